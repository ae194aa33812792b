// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How a run went over time: counts, failures and latency by interval.
///
/// Operations belong to the interval in which they ended. Intervals begin at 100 ms; when a run is too long
/// for ``maximumCount`` of them, each two become one, so that memory stays bounded however long it lasts.
/// Latency is that of successes; its percentiles are at most 0.8 % too high.
public struct Timeline: Sendable, Equatable {
  /// The most intervals there are.
  public static let maximumCount = 128
  /// The length of intervals at first, in nanoseconds.
  static let firstWidth: Int64 = 100_000_000

  /// The length of an interval in nanoseconds: 100 ms, or that doubled some times.
  var widthNanoseconds = firstWidth
  /// What happened in each interval, from the start of the run to the last operation that ended.
  var slots: [TimelineSlot] = []

  /// Creates a timeline of nothing.
  public init() {}

  /// The length of each interval.
  public var width: Duration { .nanoseconds(widthNanoseconds) }

  /// The intervals from the start of the run to the end of the last operation; those in which no operation
  /// ended are there too.
  ///
  /// - Complexity: O(intervals), a few hundred steps each.
  public var intervals: [Interval] {
    slots.enumerated().map { number, slot in
      Interval(start: width * number, slot)
    }
  }

  /// Adds an operation.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long it took; not part of the latency if it is negative.
  ///   - offset: When it ended, in nanoseconds since the start of the run; taken as 0 if it is negative.
  ///   - failed: Whether it failed.
  /// - Complexity: O(1) amortized.
  package mutating func record(_ nanoseconds: Int64, endingAt offset: Int64, failed: Bool) {
    while max(offset, 0) / widthNanoseconds >= Self.maximumCount { doubleWidth() }
    let number = Int(max(offset, 0) / widthNanoseconds)
    while slots.count <= number { slots.append(TimelineSlot()) }
    slots[number].record(nanoseconds, failed: failed)
  }

  /// Adds all that another timeline of the same run holds.
  ///
  /// - Parameter other: A timeline that counts from the same start.
  /// - Complexity: O(intervals · buckets).
  package mutating func merge(_ other: Timeline) {
    var other = other
    while widthNanoseconds < other.widthNanoseconds { doubleWidth() }
    while other.widthNanoseconds < widthNanoseconds { other.doubleWidth() }
    while slots.count < other.slots.count { slots.append(TimelineSlot()) }
    for number in other.slots.indices { slots[number].merge(other.slots[number]) }
  }

  /// Adds all of another run's, which began so long after this one; to the nearest interval.
  package mutating func merge(_ other: Timeline, startingAfter offset: Int64) {
    var shifted = other
    let whole = max(offset, 0) + Int64(other.slots.count) * other.widthNanoseconds
    while whole / max(shifted.widthNanoseconds, widthNanoseconds) >= Self.maximumCount {
      shifted.doubleWidth()
      if shifted.widthNanoseconds > widthNanoseconds { doubleWidth() }
    }
    while shifted.widthNanoseconds < widthNanoseconds { shifted.doubleWidth() }
    let empty = max(offset, 0) / shifted.widthNanoseconds
    shifted.slots.insert(contentsOf: repeatElement(TimelineSlot(), count: Int(empty)), at: 0)
    merge(shifted)
  }

  /// Makes one interval of each two.
  private mutating func doubleWidth() {
    widthNanoseconds *= 2
    for number in 0..<(slots.count + 1) / 2 {
      var merged = slots[2 * number]
      if 2 * number + 1 < slots.count { merged.merge(slots[2 * number + 1]) }
      slots[number] = merged
    }
    slots.removeLast(slots.count / 2)
  }
}

extension Timeline {
  /// What happened in one interval.
  public struct Interval: Sendable, Hashable {
    /// When it began, from the start of the run.
    public let start: Duration
    /// The number of operations that ended in it.
    public let count: Int
    /// The number of those that failed.
    public let failures: Int
    /// The median latency of successes, at most 0.8 % too high; `nil` without any.
    public let p50: Duration?
    /// The 95th percentile of the latency of successes, at most 0.8 % too high; `nil` without any.
    public let p95: Duration?
    /// The longest latency of successes, exact; `nil` without any.
    public let max: Duration?

    fileprivate init(start: Duration, _ slot: TimelineSlot) {
      self.start = start
      count = slot.count
      failures = slot.failures
      p50 = slot.percentile(0.50).map { .nanoseconds($0) }
      p95 = slot.percentile(0.95).map { .nanoseconds($0) }
      max = slot.measured > 0 ? .nanoseconds(slot.maximum) : nil
    }
  }
}

extension Timeline: CustomStringConvertible {
  /// The size of the timeline: `12 intervals of 100 ms`.
  public var description: String { "\(slots.count) intervals of \(width.exactText)" }
}
