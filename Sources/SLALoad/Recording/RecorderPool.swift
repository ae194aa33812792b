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
  private struct Shard: ~Copyable {
    // First: Thread Sanitizer takes a use of the recorder for one of the first byte, and must not take the
    // flag, which others read meanwhile, for part of it.
    var recorder: RunRecorder
    let isTaken = Atomic<Bool>(false)

    init(_ recorder: consuming RunRecorder) {
      self.recorder = recorder
    }
  }

  /// More than the cores of most test machines, a power of two, and few enough for their memory.
  private static let most = 8

  // Unsafe: a recorder is used between taking its shard and giving that back only, which orders all uses.
  private nonisolated(unsafe) let shards: UnsafeMutablePointer<Shard>
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
    shards = .allocate(capacity: count)
    for place in 0..<count {
      let recorder = RunRecorder(start: start, isScheduled: isScheduled)
      (shards + place).initialize(to: Shard(recorder))
    }
  }

  deinit {
    shards.deinitialize(count: count)
    shards.deallocate()
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
    failure: FailureKind?
  ) {
    withRecorder {
      $0.record(operation, plannedAt: planned, from: begin, to: end, failure: failure)
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
      whole.merge(shards[place].recorder.record(named: names.list))
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
    body(&shards[place].recorder)
    giveBack(place)
  }

  @inline(__always)
  private func take(_ place: Int) -> Bool {
    shards[place].isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring)
      .exchanged
  }

  @inline(__always)
  private func giveBack(_ place: Int) {
    shards[place].isTaken.store(false, ordering: .releasing)
  }
}
