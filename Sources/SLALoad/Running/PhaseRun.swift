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
  /// Of all phases, the warm-up being -1.
  let number: Int
  let seed: UInt64
  let takesFlowsInOrder: Bool
  private let judge: Judge?
  private let inFlightCount = Atomic<Int>(0)
  private let peak = Atomic<Int>(0)
  private let lingeringCount = Atomic<Int>(0)
  private let leftCount = Atomic<Int>(0)
  private let overruns = Atomic<Int>(0)
  private let mostInFlight: Int
  /// How many threads may be left at a time to operations that hold them beyond their timeout.
  private let threadLimit: Int

  /// So many threads may be left to operations in any load: more than users who block are often, and few
  /// enough for any machine.
  private static let fewThreads = 64

  init(_ setting: PhaseSetting, workers: Int, isScheduled: Bool, control: LoadControl) {
    time = setting.time
    start = setting.time.nanoseconds()
    number = setting.number
    seed = setting.seed
    takesFlowsInOrder = setting.takesFlowsInOrder
    self.control = control
    judge = setting.judge
    mostInFlight = isScheduled ? workers : .max
    threadLimit = max(workers, Self.fewThreads)
    recorders = RecorderPool(
      setting.names,
      workers: workers,
      start: start,
      isScheduled: isScheduled
    )
  }

  /// The operations that have begun and not ended; of users those at work.
  var inFlight: Int { inFlightCount.load(ordering: .relaxed) }
  /// The most of those at one time, with those that went on after their timeout.
  ///
  /// No arrival begins beside as many as there may be. One that is given up is for a moment in flight and left behind.
  var peakInFlight: Int { min(peak.load(ordering: .relaxed), mostInFlight) }
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
    peak.max(running + leftCount.load(ordering: .relaxed), ordering: .relaxed)
  }

  /// Counts an operation, or a user, that ends.
  func leave() { inFlightCount.wrappingSubtract(1, ordering: .relaxed) }

  /// The operations that were given up at their timeout and have not ended.
  var lingering: Int { lingeringCount.load(ordering: .relaxed) }
  /// The operations that went on after their timeout.
  var overrunCount: Int { overruns.load(ordering: .relaxed) }
  /// Whether a further thread may be left to what holds it.
  var mayLeaveThread: Bool { lingering <= threadLimit }

  /// Counts an operation that was given up, or that one of those ended.
  func linger(_ change: Int) { lingeringCount.wrappingAdd(change, ordering: .relaxed) }

  /// Counts an operation that goes on beside those made since, or that one of those ended.
  func leaveBehind(_ change: Int) {
    let left = leftCount.wrappingAdd(change, ordering: .relaxed).newValue
    guard change > 0 else { return }
    overruns.wrappingAdd(change, ordering: .relaxed)
    peak.max(inFlight + left, ordering: .relaxed)
  }

  /// Records an operation that ended, unless that was after the grace period.
  @inline(__always)
  func record(
    _ operation: Int,
    plannedAt planned: Int64,
    from begin: Int64,
    to end: Int64,
    failure: FailureKind?,
    segments place: SegmentPlace
  ) {
    let isCut = control.isCut
    let segments = place.finish(
      from: begin,
      to: end,
      isRecorded: failure == nil && !isCut
    )
    guard !isCut else { return control.countLate() }
    recorders.record(
      operation,
      plannedAt: planned,
      from: begin,
      to: end,
      failure: failure,
      segments: segments
    )
    if let judge, judge.wantsLook() { look(judge) }
  }

  @inline(never)
  private func look(_ judge: Judge) {
    if judge.ends(after: { self.runningReport(judge.name) }) { control.stopEarly() }
  }

  /// What operations counted so far.
  var counters: [CounterReport] { recorders.names.segments.counters.counts }

  /// What was measured so far, as a report.
  func runningReport(_ name: String) -> LoadReport {
    let record = recorders.record()
    var report = LoadReport(
      name,
      load: nil,
      elapsed: .nanoseconds(max(elapsed, 0)),
      operations: PhaseResult.shown(record),
      peakInFlight: peakInFlight,
      timeline: record.timeline
    )
    report.count(counters)
    return report
  }
}

/// What a phase is run with.
struct PhaseSetting: Sendable {
  var time: TimeSource
  var names: OperationNames
  /// Of the phase in all phases, in `0...`; -1 for the warm-up.
  var number: Int
  /// Of the phase.
  var seed: UInt64
  var judge: Judge?
  var timeout: Duration?
  var gracePeriod: Int64
  var isBlocking: Bool
  /// Whether users take the flows of a scenario one after another.
  var takesFlowsInOrder: Bool
}
