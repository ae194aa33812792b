// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Samples by rank: sorted, or counted by bucket.
package struct RankedSamples: Sendable, Equatable {
  /// All samples in ascending order; empty unless exact.
  let sorted: [Int64]
  /// The buckets that hold samples, ascending; empty if exact.
  let buckets: [BucketCount]
  /// The number of samples in a bucket and all before it.
  private let ranks: [Int]

  /// Puts the samples of a histogram in their order.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  init(_ histogram: Histogram) {
    sorted = histogram.isOrdered ? histogram.samples.radixSorted() : histogram.samples
    buckets = histogram.buckets
    var rank = 0
    ranks = buckets.map {
      rank += $0.count
      return rank
    }
  }

  /// Whether every sample is known as it is.
  var isExact: Bool { buckets.isEmpty }

  /// What the sample of a rank lies in; O(1) if exact, else O(log buckets).
  ///
  /// - Parameter rank: In `1...count`.
  /// - Returns: The smallest and the largest value that it can have.
  func bounds(of rank: Int) -> (lowest: Int64, highest: Int64) {
    guard !isExact else { return (sorted[rank - 1], sorted[rank - 1]) }
    let bucket = ranks.partitioningIndex { $0 >= rank }
    return Self.bounds(of: buckets[bucket].index)
  }

  /// How many samples are above a limit: the fewest and the most that it can be.
  ///
  /// Not one number only where a limit falls within a bucket.
  ///
  /// - Complexity: O(log *n*).
  func count(above limit: Int64) -> (fewest: Int, most: Int) {
    guard !isExact else {
      let above = sorted.count - sorted.partitioningIndex { $0 > limit }
      return (above, above)
    }
    let total = ranks.last ?? 0
    let certain = buckets.partitioningIndex { Self.bounds(of: $0.index).lowest > limit }
    let possible = buckets.partitioningIndex { Self.bounds(of: $0.index).highest > limit }
    return (
      total - (certain > 0 ? ranks[certain - 1] : 0),
      total - (possible > 0 ? ranks[possible - 1] : 0)
    )
  }

  /// The standard deviation in nanoseconds; `nil` of a single sample.
  func standardDeviation(mean: Double) -> Double? {
    guard !isExact else { return Moments(sorted)?.standardDeviation }
    guard let count = ranks.last, count > 1 else { return nil }
    let squares = buckets.reduce(0.0) { squares, bucket in
      let (lowest, highest) = Self.bounds(of: bucket.index)
      let middle = (Double(lowest) + Double(highest)) / 2
      return squares + Double(bucket.count) * (middle - mean) * (middle - mean)
    }
    return (squares / Double(count - 1)).squareRoot()
  }

  private static func bounds(of index: Int) -> (lowest: Int64, highest: Int64) {
    (Bucket.lowestValue(at: index), Bucket.highestValue(at: index))
  }
}

extension Array {
  /// The first place whose element fulfils a condition that all after it fulfil too; O(log *n*).
  fileprivate func partitioningIndex(where fulfils: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if fulfils(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
