// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// A few recorders that all workers share; each is used by one at a time.
///
/// Not one for each worker: of hundreds, whose memory no cache holds, each operation would wait for its own.
/// And not behind locks: a worker that finds a recorder in use takes the next.
final class RecorderPool: Sendable {
  /// Whether a recorder is in use, on a line of the cache of its own.
  ///
  /// Apart from the recorder: Thread Sanitizer takes a change of a part for one of the whole.
  private struct Flag: ~Copyable {
    let isTaken = Atomic<Bool>(false)
    private let padding = (0, 0, 0, 0, 0, 0, 0)
  }

  /// More than the cores of most test machines, a power of two, and few enough for their memory.
  private static let most = 8

  // Unsafe: a recorder is used between setting its flag and taking that back only, which orders all uses.
  private nonisolated(unsafe) let recorders: UnsafeMutablePointer<RunRecorder>
  private nonisolated(unsafe) let flags: UnsafeMutablePointer<Flag>
  private let count: Int
  let names: OperationNames

  /// Creates recorders.
  ///
  /// - Parameters:
  ///   - names: The names of operations.
  ///   - workers: How many workers there are.
  ///   - start: When the phase began, in nanoseconds of the time source.
  ///   - isScheduled: Whether operations have planned starts.
  init(_ names: OperationNames, workers: Int, start: Int64, isScheduled: Bool) {
    self.names = names
    count = workers > 1 ? Self.most : 1
    recorders = .allocate(capacity: count)
    flags = .allocate(capacity: count)
    for place in 0..<count {
      let recorder = RunRecorder(start: start, isScheduled: isScheduled)
      (recorders + place).initialize(to: recorder)
      (flags + place).initialize(to: Flag())
    }
  }

  deinit {
    recorders.deinitialize(count: count)
    recorders.deallocate()
    flags.deinitialize(count: count)
    flags.deallocate()
  }

  /// Records an operation.
  ///
  /// Out of line and not asynchronous: the stripe of a thread is found by its stack.
  @inline(never)
  func record(
    _ operation: Int,
    plannedAt planned: Int64,
    from begin: Int64,
    to end: Int64,
    failure: FailureKind?,
    segments: FinishedSegments? = nil
  ) {
    withRecorder {
      $0.record(operation, plannedAt: planned, from: begin, to: end, failure: failure)
      if let segments { $0.record(operation, segments) }
    }
  }

  /// Records by how much a start was late, in nanoseconds.
  @inline(never)
  func recordLateness(_ nanoseconds: Int64) {
    withRecorder { $0.recordLateness(nanoseconds) }
  }

  /// Everything recorded so far; others can record meanwhile.
  func record() -> RunRecord {
    var whole = RunRecord(of: names.list)
    for place in 0..<count {
      while !take(place) { SystemThread.yield() }
      // Before it is given back: Thread Sanitizer does not see that the counts of a value which shares
      // storage with the recorder order its last reading before the recorder's next writing.
      // With the names there are by now, for others give operations new ones meanwhile.
      whole.merge(recorders[place].record(named: names.list, names.segments.list))
      giveBack(place)
    }
    return whole
  }

  @inline(__always)
  private func withRecorder(_ body: (inout RunRecorder) -> Void) {
    var place = count > 1 ? ThreadStripe.current & (count &- 1) : 0
    var tries = 0
    while !take(place) {
      place = (place &+ 1) & (count &- 1)
      tries &+= 1
      // All are in use, perhaps by threads that have no core: they must run first.
      if tries & (count &- 1) == 0 { SystemThread.yield() }
    }
    body(&recorders[place])
    giveBack(place)
  }

  @inline(__always)
  private func take(_ place: Int) -> Bool {
    flags[place].isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring)
      .exchanged
  }

  @inline(__always)
  private func giveBack(_ place: Int) {
    flags[place].isTaken.store(false, ordering: .releasing)
  }
}
