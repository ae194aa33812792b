// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// An operation of an open load that is to begin.
struct Arrival: Sendable {
  let phase: PhaseRun
  let number: Int
  /// When it is to begin, in nanoseconds of the time source.
  let planned: Int64
}

/// The arrivals that workers wait for, and the workers that wait for arrivals.
final class ArrivalQueue: Sendable {
  private struct State {
    /// Workers without work; the last to come is the first to go, so that few are kept warm.
    var idle: [OneShot<Arrival?>] = []
    /// Arrivals that found no worker, oldest first.
    var waiting = Fifo<Arrival>()
    var isClosed = false
    /// Workers that could not be made ready.
    var lost = 0
  }

  private let state = Guarded(State())

  /// Counts a worker that could not be made ready.
  func leave() { state.withLock { $0.lost += 1 } }

  /// Waits until all workers wait for work, or a stop, or a limit in nanoseconds.
  ///
  /// By looking each half millisecond: it happens once in a load, before its time begins.
  @concurrent
  func waitUntil(ready count: Int, _ control: LoadControl, atMost limit: Int64) async {
    let start = TimeSource.monotonic.nanoseconds()
    while TimeSource.monotonic.nanoseconds() - start < limit,
      state.withLock({ $0.idle.count + $0.lost }) < count, !control.isStopped
    {
      guard await sleep(until: TimeSource.monotonic.nanoseconds() + 500_000) else { return }
    }
  }

  /// Hands an arrival to a worker, now or as soon as one is free.
  func offer(_ arrival: Arrival) {
    let worker = state.withLock { state -> OneShot<Arrival?>? in
      if let worker = state.idle.popLast() { return worker }
      state.waiting.append(arrival)
      return nil
    }
    worker?.fulfil(arrival)
  }

  /// Waits for an arrival; `nil` when there are no more.
  func next() async -> Arrival? {
    let turn = OneShot<Arrival?>()
    let arrival = state.withLock { state -> Arrival?? in
      if let arrival = state.waiting.popFirst() { return arrival }
      guard !state.isClosed else { return .some(nil) }
      state.idle.append(turn)
      return nil
    }
    if let arrival { return arrival }
    return await turn.value
  }

  /// Sends the workers home once all arrivals are taken.
  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for worker in idle { worker.fulfil(nil) }
  }
}
