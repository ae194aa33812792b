// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A sink for the operations of a run by one worker at a time, which becomes a ``Timeline``.
///
/// Nearly all operations end in the interval of the one before: those cost a comparison and two counts.
package struct TimelineRecorder: ~Copyable {
  /// All behind one pointer, as in ``WorkerHistogram``.
  private struct Figures {
    var whole = Timeline()
    /// The interval at hand: from where to where, in nanoseconds since the start of the run.
    var start: Int64 = 0
    var end: Int64 = 0
    var count = 0
    var failures = 0
    var maximum = Int64.min
    /// The range of buckets that are not zero.
    var lowest = Int.max
    var highest = -1
    /// Counts of successes by bucket.
    let counts: UnsafeMutablePointer<UInt32>
  }

  private static let bucketCount = TimelineBucket.codes.upperBound + 1

  private let figures = UnsafeMutablePointer<Figures>.allocate(capacity: 1)

  /// Creates a recorder of nothing.
  package init() {
    figures.initialize(to: Figures(counts: .allocate(capacity: Self.bucketCount)))
    figures.pointee.counts.initialize(repeating: 0, count: Self.bucketCount)
  }

  deinit {
    figures.pointee.counts.deallocate()
    figures.deinitialize(count: 1)
    figures.deallocate()
  }

  /// Adds an operation.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long it took; not part of the latency if it is negative.
  ///   - offset: When it ended, in nanoseconds since the start of the run.
  ///   - failed: Whether it failed.
  /// - Complexity: O(1) amortized.
  @inline(__always)
  package borrowing func record(_ nanoseconds: Int64, endingAt offset: Int64, failed: Bool) {
    guard offset >= figures.pointee.start, offset < figures.pointee.end else {
      return recordElsewhere(nanoseconds, endingAt: offset, failed: failed)
    }
    figures.pointee.count &+= 1
    guard !failed, nanoseconds >= 0 else {
      figures.pointee.failures &+= failed ? 1 : 0
      return
    }
    let code = TimelineBucket.code(of: nanoseconds)
    figures.pointee.counts[code] &+= 1
    figures.pointee.maximum = max(figures.pointee.maximum, nanoseconds)
    figures.pointee.lowest = min(figures.pointee.lowest, code)
    figures.pointee.highest = max(figures.pointee.highest, code)
  }

  /// Adds an operation that did not end in the interval at hand, which becomes its own.
  @inline(never)
  private borrowing func recordElsewhere(
    _ nanoseconds: Int64,
    endingAt offset: Int64,
    failed: Bool
  ) {
    flush()
    figures.pointee.whole.record(nanoseconds, endingAt: offset, failed: failed)
    let width = figures.pointee.whole.widthNanoseconds
    figures.pointee.start = max(offset, 0) / width * width
    figures.pointee.end = figures.pointee.start.saturatingAdd(width)
  }

  /// Moves what was counted to the timeline.
  private borrowing func flush() {
    let now = figures.pointee
    guard now.count > 0 else { return }
    let touched = now.lowest <= now.highest ? now.lowest..<now.highest + 1 : 0..<0
    let slot = TimelineSlot(
      count: now.count,
      failures: now.failures,
      maximum: now.maximum,
      buckets: touched.filter { now.counts[$0] > 0 }
        .map { TimelineBucket(code: $0, count: Int(now.counts[$0])) }
    )
    let place = Int(now.start / now.whole.widthNanoseconds)
    figures.pointee.whole.slots[place].merge(slot)
    (now.counts + touched.lowerBound).update(repeating: 0, count: touched.count)
    figures.pointee.count = 0
    figures.pointee.failures = 0
    figures.pointee.maximum = .min
    figures.pointee.lowest = .max
    figures.pointee.highest = -1
  }

  /// What was recorded so far.
  package var timeline: Timeline {
    flush()
    return figures.pointee.whole
  }
}
