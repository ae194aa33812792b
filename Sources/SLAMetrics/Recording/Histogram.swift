// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Counts of durations: the first 8,192 exactly, beyond them by log-linear bucket.
///
/// Durations are whole nanoseconds. Count, sum, minimum and maximum are always exact; a value read
/// back by rank is exact until the histogram has more than ``exactCapacity`` samples, and from then
/// on at most 0.1 % off the sample that it stands for. Memory is bounded: 64 KB while exact, 442 KB
/// beyond.
///
/// The buckets are those of HdrHistogram at three significant digits (G. Tene,
/// http://hdrhistogram.org).
package struct Histogram: Sendable, Equatable {
  /// The number of samples that are kept as they are.
  package static let exactCapacity = 8_192

  /// Samples in order of completion; empty once `buckets` is in use.
  package private(set) var exact: [Int64] = []
  /// Counts by bucket index; empty while the samples are exact.
  package private(set) var buckets: [UInt64] = []

  /// The number of samples, in `0...`.
  package private(set) var count = 0
  /// The sum of all samples; 128 bits cannot overflow.
  private var sum: Int128 = 0
  /// The smallest sample, in `0...`; meaningless while `count` is 0.
  package private(set) var minimum = Int64.max
  /// The largest sample, in `0...`; meaningless while `count` is 0.
  package private(set) var maximum = Int64.min
  /// Durations below zero that were offered: counted here and in no other figure.
  package private(set) var negativeCount = 0

  package init() {}

  package var isExact: Bool { buckets.isEmpty }

  /// The arithmetic mean rounded to whole nanoseconds, or `nil` without samples.
  package var mean: Int64? {
    count == 0 ? nil : Int64((sum + Int128(count / 2)) / Int128(count))
  }

  /// Records one duration in nanoseconds; a negative one is counted apart.
  ///
  /// - Complexity: O(1), but once O(`exactCapacity`) when the exact samples move to buckets.
  package mutating func record(_ nanoseconds: Int64) {
    guard nanoseconds >= 0 else {
      negativeCount += 1
      return
    }
    count += 1
    sum += Int128(nanoseconds)
    minimum = Swift.min(minimum, nanoseconds)
    maximum = Swift.max(maximum, nanoseconds)
    if isExact, exact.count < Self.exactCapacity {
      exact.append(nanoseconds)
    } else {
      moveToBuckets()
      buckets[Bucket.index(of: nanoseconds)] += 1
    }
  }

  /// Adds all that another histogram holds, as if its samples had been recorded here.
  ///
  /// - Complexity: O(`exactCapacity`) or O(buckets), whichever is in use.
  package mutating func merge(_ other: Histogram) {
    if other.isExact, exact.count + other.exact.count <= Self.exactCapacity, isExact {
      exact += other.exact
    } else {
      moveToBuckets()
      for sample in other.exact { buckets[Bucket.index(of: sample)] += 1 }
      for index in other.buckets.indices { buckets[index] += other.buckets[index] }
    }
    count += other.count
    sum += other.sum
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
    negativeCount += other.negativeCount
  }

  private mutating func moveToBuckets() {
    guard isExact else { return }
    buckets = [UInt64](repeating: 0, count: Bucket.count)
    for sample in exact { buckets[Bucket.index(of: sample)] += 1 }
    exact = []
  }
}
