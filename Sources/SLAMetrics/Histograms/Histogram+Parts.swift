// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Histogram {
  /// Takes samples exactly, however many, in order of completion; negative ones are counted apart.
  package init(of samples: [Int64]) {
    self.samples = samples.filter { $0 >= 0 }
    count = self.samples.count
    irregularities.negative = samples.count - count
    irregularities.beyondRange = countBeyondRange
    reconcile(sum: 0, minimum: 0, maximum: 0)
  }

  /// Puts together what a recorder holds; sum, minimum and maximum are still to be reconciled.
  ///
  /// - Parameters:
  ///   - kept: The samples that were kept as they are, in the order in which they were recorded.
  ///   - ends: When each of them ended, or nothing.
  ///   - buckets: The counts of all other samples, ascending.
  ///   - last: The last completions of all, in order; empty where unknown.
  init(_ kept: [Int64], endingAt ends: [Int64], buckets: [BucketCount], last: [Completion]) {
    let completions = zip(kept, ends).map { Completion(end: $1, nanoseconds: $0) }.sorted()
    count = kept.count + buckets.reduce(0) { $0 + $1.count }
    if buckets.isEmpty {
      samples = ends.isEmpty ? kept : completions.map(\.nanoseconds)
      self.ends = completions.map(\.end)
    } else {
      self.buckets = Array(ofSorted: kept.radixSorted()).combined(with: buckets, +)
      if !ends.isEmpty {
        first = Array(completions.prefix(Self.windowSize))
        self.last = last
      }
    }
    irregularities.beyondRange = countBeyondRange
  }

  /// The number of samples that are beyond the range of a recorder.
  var countBeyondRange: Int {
    let beyond = Bucket.index(of: Bucket.range.upperBound)
    return samples.count { $0 >= Bucket.range.upperBound }
      + buckets.reduce(0) { $0 + ($1.index < beyond ? 0 : $1.count) }
  }

  /// Sets sum, minimum and maximum, within what the samples that are counted can have.
  ///
  /// While others record, a recorder's figures may hold an operation that is not counted yet, or not hold
  /// one that is. Of exact samples all three follow from the samples.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  mutating func reconcile(sum: Int128, minimum: Int64, maximum: Int64) {
    guard let lowest = buckets.first?.index, let highest = buckets.last?.index else {
      self.sum = samples.reduce(0) { $0 + Int128($1) }
      self.minimum = samples.min() ?? .max
      self.maximum = samples.max() ?? .min
      return
    }
    self.minimum = Bucket.nearest(to: minimum, at: lowest)
    self.maximum = Bucket.nearest(to: maximum, at: highest)
    var (least, most): (Int128, Int128) = (0, 0)
    for bucket in buckets {
      least += Int128(bucket.count) * Int128(Bucket.lowestValue(at: bucket.index))
      most += Int128(bucket.count) * Int128(Bucket.highestValue(at: bucket.index))
    }
    self.sum = Swift.min(Swift.max(sum, least), most)
  }
}
