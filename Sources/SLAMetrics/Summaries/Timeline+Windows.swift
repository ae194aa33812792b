// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Timeline {
  /// Cuts a run into windows that follow each other from its start, each of which can be judged on its own.
  ///
  /// Intervals in which nothing ended belong to their windows too: a service that stood still shows as a window
  /// of nothing. Where something remains at the end that is shorter than a window, the last window is that of the
  /// last intervals of the run, and overlaps the one before: a bad end is not thinned by what went before. A run
  /// that is shorter than a window is one.
  ///
  /// - Parameters:
  ///   - length: The length of a window, to whole nanoseconds.
  ///   - lasting: How long the run lasted, pauses included. If operations ended in intervals after that, the run
  ///     is taken to have lasted to the end of those.
  /// - Returns: At least one window, or `nil` if the length is no multiple of the intervals', or is not positive.
  /// - Complexity: O(windows + intervals · buckets).
  package func windows(of length: Duration, lasting: Duration) -> [Window]? {
    let step = length.wholeNanoseconds
    guard step > 0, step.isMultiple(of: widthNanoseconds) else { return nil }
    let end = end(lasting: max(lasting.wholeNanoseconds, 0))
    let intervals = step / widthNanoseconds
    // The intervals in which the run was, the last of which may be over before its time.
    let all = (end.saturatingAdd(widthNanoseconds - 1)) / widthNanoseconds
    var starts = Array(stride(from: 0, through: max(all - intervals, 0), by: Int(intervals)))
    if let last = starts.last, last + intervals < all { starts.append(all - intervals) }
    return starts.map { start in
      window(from: start, to: start + intervals < all ? start + intervals : nil, until: end)
    }
  }

  /// The window from one interval to another; the last of a run has all that ended after its begin.
  private func window(from first: Int64, to last: Int64?, until end: Int64) -> Window {
    let start = first * widthNanoseconds
    let stop = last.map { $0 * widthNanoseconds } ?? end
    let kept = Int64(slots.count)
    let part = Int(min(first, kept))..<Int(min(last ?? kept, kept))
    return Window(
      start: .nanoseconds(start),
      length: .nanoseconds(max(stop - start, 0)),
      slots[part].reduce(into: TimelineSlot()) { $0.merge($1) }
    )
  }

  /// When a run was over that is said to have lasted so long, in nanoseconds.
  private func end(lasting: Int64) -> Int64 {
    guard let last = slots.lastIndex(where: { $0.count > 0 }) else { return lasting }
    let start = Int64(last) * widthNanoseconds
    return start > lasting ? start.saturatingAdd(widthNanoseconds) : lasting
  }

  /// What happened in a part of a run.
  package struct Window: Sendable, Equatable {
    /// When it began, from the start of the run.
    package let start: Duration
    /// How long it lasted: as long as was asked, but for the last one.
    package let length: Duration
    private let slot: TimelineSlot

    fileprivate init(start: Duration, length: Duration, _ slot: TimelineSlot) {
      self.start = start
      self.length = length
      self.slot = slot
    }

    /// The number of operations that ended in it, in `0...`.
    package var count: Int { slot.count }
    /// The number of those that failed, in `0...count`.
    package var failures: Int { slot.failures }
    /// The number of successes whose durations are known, in `0...count - failures`.
    package var measured: Int { slot.measured }
    /// The longest latency of successes, exact; `nil` without any.
    package var max: Duration? { measured > 0 ? .nanoseconds(slot.maximum) : nil }

    /// Returns what a percentile of the latency of successes certainly lies in, by nearest rank.
    ///
    /// - Parameter quantile: A share in `0...1`.
    /// - Returns: Bounds of which the upper is at most 0.8 % above the lower, or `nil` without successes.
    /// - Precondition: `quantile` is in `0...1` and not NaN, unless there are no successes.
    /// - Complexity: O(buckets).
    package func bounds(ofPercentile quantile: Double) -> ClosedRange<Duration>? {
      slot.bounds(ofPercentile: quantile)
        .map { .nanoseconds($0.lowerBound) ... .nanoseconds($0.upperBound) }
    }

    /// Returns how many successes took longer than a limit, as far as that is certain.
    ///
    /// - Parameter limit: The limit, to whole nanoseconds.
    /// - Returns: The fewest and the most there can be; they differ by durations within 0.8 % of the limit only.
    /// - Complexity: O(buckets).
    package func count(above limit: Duration) -> (fewest: Int, most: Int) {
      slot.count(above: limit.wholeNanoseconds)
    }
  }
}
