// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The counts of one interval of a timeline, or of several together.
struct TimelineSlot: Sendable, Equatable {
  /// The number of operations that ended.
  private(set) var count = 0
  /// The number of those that failed.
  private(set) var failures = 0
  /// The number of successes that have a duration.
  private(set) var measured = 0
  /// The longest success in nanoseconds; meaningless while `measured` is 0.
  private(set) var maximum = Int64.min
  /// Counts of successes by bucket that are not zero, ascending.
  private(set) var buckets: [TimelineBucket] = []

  /// Creates a slot of nothing.
  init() {}

  /// Puts together what a slot was made of.
  init(count: Int, failures: Int, maximum: Int64, buckets: [TimelineBucket]) {
    (self.count, self.failures, self.maximum) = (count, failures, maximum)
    measured = buckets.reduce(0) { $0 + $1.count }
    self.buckets = buckets
  }

  /// Counts an operation; O(buckets).
  mutating func record(_ nanoseconds: Int64, failed: Bool) {
    count += 1
    guard !failed else {
      failures += 1
      return
    }
    guard nanoseconds >= 0 else { return }
    measured += 1
    maximum = max(maximum, nanoseconds)
    buckets.add(nanoseconds)
  }

  /// Adds the counts of another slot; O(buckets).
  mutating func merge(_ other: TimelineSlot) {
    count += other.count
    failures += other.failures
    guard other.measured > 0 else { return }
    measured += other.measured
    maximum = max(maximum, other.maximum)
    buckets = buckets.merged(with: other.buckets)
  }

  /// What a percentile of successes by nearest rank lies in, in nanoseconds; `nil` without any.
  ///
  /// The ends of its bucket; the last of all is known exactly.
  func bounds(ofPercentile quantile: Double) -> ClosedRange<Int64>? {
    guard measured > 0 else { return nil }
    let rank = Percentile.rank(of: quantile, in: measured)
    guard rank < measured else { return maximum...maximum }
    var seen = 0
    for bucket in buckets {
      seen += bucket.count
      if seen >= rank { return bucket.lowestValue...min(bucket.highestValue, maximum) }
    }
    return maximum...maximum
  }

  /// How many successes took longer than a limit in nanoseconds, as far as buckets tell.
  func count(above limit: Int64) -> (fewest: Int, most: Int) {
    guard measured > 0, limit < maximum else { return (0, 0) }
    var (fewest, most) = (0, 0)
    for bucket in buckets.reversed() where bucket.highestValue > limit {
      most += bucket.count
      fewest += bucket.lowestValue > limit ? bucket.count : 0
    }
    // The longest is known, even if those beside it are not.
    return (max(fewest, 1), most)
  }
}
