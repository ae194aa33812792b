// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A sink for the operations of a run by one worker at a time, which becomes a ``Timeline``.
///
/// Nearly all operations end in the interval of the one before: those cost a comparison and two counts.
package struct TimelineRecorder: ~Copyable {
  private var whole = Timeline()
  /// The interval at hand: from where to where, in nanoseconds since the start of the run.
  private var start: Int64 = 0
  private var end: Int64 = 0
  private var count = 0
  private var failures = 0
  private var maximum = Int64.min
  /// Counts of successes by bucket, and the range of buckets that are not zero.
  private let counts: UnsafeMutablePointer<UInt32>
  private var lowest = Int.max
  private var highest = -1

  /// Creates a recorder of nothing.
  package init() {
    counts = .allocate(capacity: TimelineSlot.codes.upperBound + 1)
    counts.initialize(repeating: 0, count: TimelineSlot.codes.upperBound + 1)
  }

  deinit {
    counts.deallocate()
  }

  /// Adds an operation.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long it took; not part of the latency if it is negative.
  ///   - offset: When it ended, in nanoseconds since the start of the run.
  ///   - failed: Whether it failed.
  /// - Complexity: O(1) amortized.
  @inline(__always)
  package mutating func record(_ nanoseconds: Int64, endingAt offset: Int64, failed: Bool) {
    guard offset >= start, offset < end else {
      return recordElsewhere(nanoseconds, endingAt: offset, failed: failed)
    }
    count &+= 1
    guard !failed, nanoseconds >= 0 else {
      failures &+= failed ? 1 : 0
      return
    }
    maximum = max(maximum, nanoseconds)
    let code = TimelineSlot.code(of: nanoseconds)
    counts[code] &+= 1
    lowest = min(lowest, code)
    highest = max(highest, code)
  }

  /// Adds an operation that did not end in the interval at hand, which becomes its own.
  @inline(never)
  private mutating func recordElsewhere(_ nanoseconds: Int64, endingAt offset: Int64, failed: Bool)
  {
    flush()
    whole.record(nanoseconds, endingAt: offset, failed: failed)
    let number = max(offset, 0) / whole.widthNanoseconds
    start = number * whole.widthNanoseconds
    end = start + whole.widthNanoseconds
  }

  /// Moves what was counted to the timeline.
  private mutating func flush() {
    guard count > 0 else { return }
    let slot = TimelineSlot(
      count: count,
      failures: failures,
      maximum: maximum,
      counts: lowest <= highest
        ? (lowest...highest).filter { counts[$0] > 0 }.map { ($0, Int(counts[$0])) } : []
    )
    whole.slots[Int(start / whole.widthNanoseconds)].merge(slot)
    if lowest <= highest {
      (counts + lowest).update(repeating: 0, count: highest - lowest + 1)
    }
    (count, failures, maximum, lowest, highest) = (0, 0, .min, .max, -1)
  }

  /// What was recorded so far.
  package var timeline: Timeline {
    mutating get {
      flush()
      return whole
    }
  }
}
