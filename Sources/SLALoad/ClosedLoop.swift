// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The loop that follows a ``ClosedLoad``: takes tickets, times operations, records them.
///
/// One of these is shared by all users of a run.
final class ClosedLoop: Sendable {
  private let plan: ClosedLoad
  private let time: TimeSource
  private let start: Int64
  private let tickets = Atomic<Int>(0)
  private let inFlight = Atomic<Int>(0)
  private let peak = Atomic<Int>(0)
  private let recorder: LatencyRecorder

  init(_ plan: ClosedLoad, recorder: LatencyRecorder, time: TimeSource) {
    self.plan = plan
    self.recorder = recorder
    self.time = time
    start = time.nanoseconds()
  }

  /// How long the run has lasted.
  var elapsed: Duration { .nanoseconds(max(elapsedNanoseconds, 0)) }

  /// The most operations that had begun and not ended at one time.
  var peakInFlight: Int { peak.load(ordering: .relaxed) }

  private var elapsedNanoseconds: Int64 { time.nanoseconds().saturatingSubtract(start) }

  /// Works as one user until the plan or a cancellation ends it.
  ///
  /// - Parameters:
  ///   - user: The number of the user.
  ///   - operation: The operation; what it throws is recorded and ends nothing.
  func work(as user: Int, _ operation: @concurrent (LoadContext) async throws -> Void) async {
    while !Task.isCancelled {
      let ticket = tickets.wrappingAdd(1, ordering: .relaxed).oldValue
      guard plan.admits(ticket: ticket, elapsed: elapsedNanoseconds) else { return }
      let context = LoadContext(user: user, iteration: ticket)
      let running = inFlight.wrappingAdd(1, ordering: .relaxed).newValue
      peak.max(running, ordering: .relaxed)
      try? await recorder.time { try await operation(context) }
      inFlight.wrappingSubtract(1, ordering: .relaxed)
    }
  }
}
