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
  private let offeredFor = Atomic<Int64>(-1)

  init(_ plan: OpenLoad) {
    self.plan = plan
  }

  /// The arrivals that did not begin, since as many as allowed were in flight.
  var droppedCount: Int { dropped.load(ordering: .relaxed) }
  /// The arrivals that began.
  var startedCount: Int { started.load(ordering: .relaxed) }
  /// How long arrivals were offered, in nanoseconds: as long as planned, or until the last was handed over
  /// if that was later, or until a stop; `nil` while they are.
  var offeringTime: Int64? {
    let time = offeredFor.load(ordering: .relaxed)
    return time < 0 ? nil : time
  }

  /// Offers all arrivals on a thread of its own, which sends the workers home when the planned time is over.
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
      let isWhole = pacer.follow(self.plan.times(seed: phase.seed)) { number, planned in
        guard phase.inFlight + phase.lingering < self.plan.maxInFlight else {
          self.dropped.wrappingAdd(1, ordering: .relaxed)
          return
        }
        phase.enter()
        self.started.wrappingAdd(1, ordering: .relaxed)
        self.queue.offer(Arrival(phase: phase, number: number, planned: planned))
      }
      let taken = phase.elapsed
      // The time after the last arrival is part of the plan: at 2 arrivals/s it is half a second.
      let isOver = isWhole && pacer.wait(until: phase.start + self.plan.duration)
      self.offeredFor.store(
        isOver ? max(taken, self.plan.duration) : phase.elapsedAtStop,
        ordering: .relaxed
      )
      self.queue.close()
    }
  }
}
