// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How a run went over time: counts, failures and latency by interval.
///
/// Operations belong to the interval in which they ended. Intervals begin at 100 ms; when a run is too long
/// for ``maximumCount`` of them, each two become one, then each five, and so on in turn: 200 ms, 1 s, 2 s, 10 s.
/// So memory stays bounded however long a run lasts, and intervals make up whole seconds and minutes.
/// Latency is that of successes; its percentiles are at most 0.8 % too high.
public struct Timeline: Sendable, Equatable {
  /// The most intervals there are: those of a run of five minutes are of 2 s.
  public static let maximumCount = 256
  /// The length of intervals at first, in nanoseconds.
  static let firstWidth: Int64 = 100_000_000

  /// The length of an interval in nanoseconds: 100 ms times 1, 2, 10, 20, 100, and so on.
  private(set) var widthNanoseconds = firstWidth
  /// What happened in each interval, from the start of the run to the last operation that ended.
  var slots: [TimelineSlot] = []

  /// Creates a timeline of nothing.
  public init() {}

  /// The length of each interval.
  public var width: Duration { .nanoseconds(widthNanoseconds) }

  /// The intervals from the start of the run to the end of the last operation; those in which no operation
  /// ended are there too.
  ///
  /// - Complexity: O(intervals · buckets).
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
  /// - Complexity: O(buckets of the interval) amortized.
  package mutating func record(_ nanoseconds: Int64, endingAt offset: Int64, failed: Bool) {
    while max(offset, 0) / widthNanoseconds >= Self.maximumCount { widen() }
    let number = Int(max(offset, 0) / widthNanoseconds)
    while slots.count <= number { slots.append(TimelineSlot()) }
    slots[number].record(nanoseconds, failed: failed)
  }

  /// Adds all that another timeline holds.
  ///
  /// Merging timelines that count from the same start is exact, associative and commutative. An interval of one
  /// that began later goes to the interval that its middle falls into.
  ///
  /// - Parameters:
  ///   - other: A timeline of the same run, or of a later part of it.
  ///   - offset: How long after the start of this one that of the other was, in nanoseconds; taken as 0 if it
  ///     is negative.
  /// - Complexity: O(intervals · buckets).
  package mutating func merge(_ other: Timeline, startingAfter offset: Int64 = 0) {
    let middles = other.slots.indices.map { number in
      let start = Int64(number) * other.widthNanoseconds
      let middle = start.saturatingAdd(other.widthNanoseconds / 2)
      return middle.saturatingAdd(max(offset, 0))
    }
    while widthNanoseconds < other.widthNanoseconds { widen() }
    while let last = middles.last, last / widthNanoseconds >= Self.maximumCount { widen() }
    for (middle, slot) in zip(middles, other.slots) {
      let number = Int(middle / widthNanoseconds)
      while slots.count <= number { slots.append(TimelineSlot()) }
      slots[number].merge(slot)
    }
  }

  /// Makes one interval of each two or five, so that their length is the next one.
  private mutating func widen() {
    let factor = Self.factor(after: widthNanoseconds)
    widthNanoseconds *= Int64(factor)
    slots = stride(from: 0, to: slots.count, by: factor).map { first in
      slots[first..<min(first + factor, slots.count)].reduce(into: TimelineSlot()) { $0.merge($1) }
    }
  }

  /// By how much intervals of a length grow to become the next ones: 2 or 5.
  private static func factor(after width: Int64) -> Int {
    var tenths = width / firstWidth
    while tenths.isMultiple(of: 10) { tenths /= 10 }
    return tenths == 1 ? 2 : 5
  }

  /// Creates a timeline of what there is in intervals of a length, or `nil` if that is none of a timeline's.
  init?(widthNanoseconds width: Int64, _ slots: [TimelineSlot]) {
    var possible = Self.firstWidth
    // With longer ones there would not be as many within the times there are.
    while possible < width, possible < .max / Int64(Self.maximumCount) {
      possible *= Int64(Self.factor(after: possible))
    }
    guard possible == width, slots.count <= Self.maximumCount,
      Int64(slots.count) <= .max / width + 1
    else { return nil }
    (self.widthNanoseconds, self.slots) = (width, slots)
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
      p50 = slot.bounds(ofPercentile: 0.50).map { .nanoseconds($0.upperBound) }
      p95 = slot.bounds(ofPercentile: 0.95).map { .nanoseconds($0.upperBound) }
      max = slot.measured > 0 ? .nanoseconds(slot.maximum) : nil
    }
  }
}

extension Timeline: CustomStringConvertible {
  /// The size of the timeline: `12 intervals of 100 ms`.
  public var description: String { "\(slots.count) intervals of \(width.exactText)" }
}
