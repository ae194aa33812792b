// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HistogramLog {
  /// One histogram of a log: what was measured, when, and how often each duration occurred.
  public struct Entry: Sendable, Equatable {
    /// What was measured, as the name of an operation and its outcome, or `nil` where a log of
    /// another writer does not say.
    public let tag: String?
    /// The time from the start of the run to the first operation, in whole nanoseconds.
    public let start: Duration
    /// How long the histogram was recorded, in whole nanoseconds.
    public let length: Duration
    /// The longest duration, or `nil` where there is none.
    ///
    /// Exact in logs written here. Others round it, or give it in a unit of their own: what does not
    /// lie in the last range of ``counts`` is replaced by the end of that range.
    public let maximum: Duration?
    /// The durations and how often each occurred, ascending, without zeros.
    public let counts: [CountedRange]

    /// The number of durations, in `0...`.
    ///
    /// - Complexity: O(`counts`).
    public var count: Int {
      counts.reduce(0) { sum, range in
        let (sum, overflow) = sum.addingReportingOverflow(range.count)
        return overflow ? .max : sum
      }
    }

    /// Makes an entry of ranges, which must ascend and have counts above 0.
    package init(
      tag: String?,
      start: Duration,
      length: Duration,
      maximum: Duration?,
      counts: [CountedRange]
    ) {
      self.tag = tag
      self.start = start.inWholeNanoseconds
      self.length = length.inWholeNanoseconds
      self.counts = counts
      self.maximum = counts.last.map { last in
        let offered = maximum?.wholeNanoseconds ?? -1
        let isInRange = last.nanoseconds.contains(offered)
        return .nanoseconds(isInRange ? offered : last.nanoseconds.upperBound)
      }
    }

    /// Makes an entry of buckets, as a recorder has them; those without values are left out.
    package init(
      tag: String?,
      start: Duration,
      length: Duration,
      maximum: Duration?,
      buckets: [BucketCount]
    ) {
      self.init(
        tag: tag,
        start: start,
        length: length,
        maximum: maximum,
        counts: buckets.lazy.filter { $0.count > 0 }.map(CountedRange.init)
      )
    }
  }
}
