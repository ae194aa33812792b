// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A set of durations, as a value: up to 8,192 of them exactly, more of them by log-linear bucket.
///
/// Durations are whole nanoseconds. Count, sum, minimum and maximum are always exact. What has a
/// time of its end, and is exact, is in order of completion; what is not exact keeps its first and last
/// 16 durations in that order.
package struct Histogram: Sendable, Equatable {
  /// The most samples that are kept as they are.
  package static let exactCapacity = 8_192
  /// How many samples of each end of the run are kept beyond that.
  package static let windowSize = 16

  /// Every sample while they are exact: in order of completion if `isOrdered`, else ascending.
  package internal(set) var samples: [Int64] = []
  /// When each of `samples` ended; empty where that is unknown.
  package internal(set) var ends: [Int64] = []
  /// Whether `samples` are in order of completion.
  package internal(set) var isOrdered = true
  /// Counts by bucket, ascending; empty while samples are exact.
  package internal(set) var buckets: [BucketCount] = []
  /// The first and the last completions once samples are in buckets; empty where unknown.
  package internal(set) var first: [Completion] = []
  package internal(set) var last: [Completion] = []

  /// The number of samples, in `0...`.
  package internal(set) var count = 0
  /// The sum of all samples; 128 bits do not overflow.
  package internal(set) var sum: Int128 = 0
  /// The smallest sample; meaningless while `count` is 0.
  package internal(set) var minimum = Int64.max
  /// The largest sample; meaningless while `count` is 0.
  package internal(set) var maximum = Int64.min
  /// What came with the samples and is no duration; `beyondRange` is among the samples.
  package internal(set) var irregularities = Irregularities()

  package init() {}

  /// Whether every sample is kept as it is.
  package var isExact: Bool { buckets.isEmpty }

  /// Whether it is known of every sample when it ended.
  package var isTimed: Bool { isExact ? ends.count == samples.count : !last.isEmpty }

  /// The number of operations, with those that have no duration.
  package var operationCount: Int { count + irregularities.unmeasured }

  /// The arithmetic mean rounded to whole nanoseconds, or `nil` without samples.
  package var mean: Int64? {
    guard count > 0 else { return nil }
    // Of the sum of an interval 0.1 % may be missing, but no mean lies outside the samples.
    let mean = (sum + Int128(count / 2)) / Int128(count)
    return Int64(Swift.min(Swift.max(mean, Int128(minimum)), Int128(maximum)))
  }

  /// The counts by bucket, of exact samples too.
  package var bucketCounts: [BucketCount] {
    isExact ? Array(ofSorted: samples.radixSorted()) : buckets
  }

  /// The completions while samples are exact and timed.
  private var completions: [Completion] {
    zip(samples, ends).map { Completion(end: $1, nanoseconds: $0) }
  }

  /// The completions at the start of the run, at most `windowSize`.
  package var firstCompletions: [Completion] {
    isExact ? Array(completions.prefix(Self.windowSize)) : first
  }

  /// The completions at the end of the run, at most `windowSize`.
  package var lastCompletions: [Completion] {
    isExact ? Array(completions.suffix(Self.windowSize)) : last
  }

  /// Adds all that another histogram holds, as if its samples had been recorded here.
  ///
  /// Associative and commutative. Samples stay in order of completion if it is known of all when
  /// they ended.
  ///
  /// - Complexity: O(*n* log *n*) in exact samples, O(*n*) in buckets.
  package mutating func merge(_ other: Histogram) {
    let irregularities = irregularities + other.irregularities
    if count == 0 {
      self = other
    } else if other.count > 0 {
      mergeSamples(of: other)
      count += other.count
      sum += other.sum
      minimum = Swift.min(minimum, other.minimum)
      maximum = Swift.max(maximum, other.maximum)
    }
    self.irregularities = irregularities
  }

  private mutating func mergeSamples(of other: Histogram) {
    let areTimed = isTimed && other.isTimed
    guard isExact, other.isExact, count + other.count <= Self.exactCapacity else {
      let firsts = (firstCompletions + other.firstCompletions).sorted()
      let lasts = (lastCompletions + other.lastCompletions).sorted()
      buckets = bucketCounts.combined(with: other.bucketCounts, +)
      first = areTimed ? Array(firsts.prefix(Self.windowSize)) : []
      last = areTimed ? Array(lasts.suffix(Self.windowSize)) : []
      (samples, ends, isOrdered) = ([], [], true)
      return
    }
    if areTimed {
      let all = (completions + other.completions).sorted()
      samples = all.map(\.nanoseconds)
      ends = all.map(\.end)
    } else {
      samples = (samples + other.samples).radixSorted()
      ends = []
    }
    isOrdered = areTimed
  }
}
