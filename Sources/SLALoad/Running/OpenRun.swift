// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// An open load that is being offered.
final class OpenRun: Sendable {
  /// How long before its time an operation is woken that is to begin exactly, in nanoseconds.
  ///
  /// Twice what it takes to wake a thread here.
  private static let exactLead: Int64 = 100_000

  let plan: OpenLoad
  let queue = ArrivalQueue()
  private let dropped = Atomic<Int>(0)
  private let started = Atomic<Int>(0)

  init(_ plan: OpenLoad) {
    self.plan = plan
  }

  /// The arrivals that did not begin, since as many as allowed were in flight.
  var droppedCount: Int { dropped.load(ordering: .relaxed) }
  /// The arrivals that began.
  var startedCount: Int { started.load(ordering: .relaxed) }

  /// Offers all arrivals on a thread of its own, which then sends the workers home.
  ///
  /// - Parameter phase: Where they are recorded; it begins now.
  /// - Throws: If the system has no thread left.
  func offer(in phase: PhaseRun) throws(ThreadsExhausted) {
    try SystemThread.start {
      SystemThread.sleepPrecisely()
      let pacer = Pacer(
        origin: phase.start,
        lead: self.plan.isExact ? Self.exactLead : 0,
        time: phase.time,
        sleep: SystemThread.sleep(until:),
        isStopped: { phase.control.isStopped }
      )
      pacer.follow(self.plan.times(seed: phase.seed)) { number, planned in
        guard phase.inFlight < self.plan.maxInFlight else {
          self.dropped.wrappingAdd(1, ordering: .relaxed)
          return
        }
        phase.enter()
        self.started.wrappingAdd(1, ordering: .relaxed)
        self.queue.offer(Arrival(phase: phase, number: number, planned: planned))
      }
      self.queue.close()
    }
  }
}
