// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// What all workers of a phase share: where they record, and what they watch.
final class PhaseRun: Sendable {
  let time: TimeSource
  /// When the phase began, in nanoseconds of the time source.
  let start: Int64
  let recorders: RecorderPool
  let control: LoadControl
  let seed: UInt64
  private let judge: Judge?
  private let inFlightCount = Atomic<Int>(0)
  private let peak = Atomic<Int>(0)

  init(_ setting: PhaseSetting, workers: Int, isScheduled: Bool, control: LoadControl) {
    time = setting.time
    start = setting.time.nanoseconds()
    seed = setting.seed
    self.control = control
    judge = setting.judge
    recorders = RecorderPool(
      setting.names,
      workers: workers,
      start: start,
      isScheduled: isScheduled
    )
  }

  /// The operations that have begun and not ended; of users those at work.
  var inFlight: Int { inFlightCount.load(ordering: .relaxed) }
  /// The most of those at one time.
  var peakInFlight: Int { peak.load(ordering: .relaxed) }
  /// How long the phase has lasted, in nanoseconds.
  var elapsed: Int64 { time.nanoseconds().saturatingSubtract(start) }
  /// How long it had lasted when it was stopped, in nanoseconds; of an open load, which goes by the
  /// monotonic clock.
  var elapsedAtStop: Int64 {
    control.stoppedAt.map { max($0.saturatingSubtract(start), 0) } ?? elapsed
  }

  /// Counts an operation, or a user, that begins.
  func enter() {
    let running = inFlightCount.wrappingAdd(1, ordering: .relaxed).newValue
    peak.max(running, ordering: .relaxed)
  }

  /// Counts an operation, or a user, that ends.
  func leave() { inFlightCount.wrappingSubtract(1, ordering: .relaxed) }

  /// Records an operation that ended, unless that was after the grace period.
  @inline(__always)
  func record(
    _ operation: Int,
    plannedAt planned: Int64,
    from begin: Int64,
    to end: Int64,
    failure: FailureKind?
  ) {
    guard !control.isCut else { return control.countLate() }
    recorders.record(operation, plannedAt: planned, from: begin, to: end, failure: failure)
    if let judge, judge.wantsLook() { look(judge) }
  }

  @inline(never)
  private func look(_ judge: Judge) {
    if judge.ends(after: { self.runningReport(judge.name) }) { control.stopEarly() }
  }

  /// What was measured so far, as a report.
  func runningReport(_ name: String) -> LoadReport {
    let record = recorders.record()
    return LoadReport(
      name,
      load: nil,
      elapsed: .nanoseconds(max(elapsed, 0)),
      operations: record.operations,
      peakInFlight: peakInFlight,
      timeline: record.timeline
    )
  }
}

/// What a phase is run with.
struct PhaseSetting: Sendable {
  var time: TimeSource
  var names: OperationNames
  var seed: UInt64
  var judge: Judge?
  var timeout: Duration?
  var gracePeriod: Int64
  var isBlocking: Bool
}
