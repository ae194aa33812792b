// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What came of one phase.
struct PhaseResult: Sendable {
  let profile: LoadProfile
  /// When it began, in nanoseconds of the time source.
  let start: Int64
  let elapsed: Duration
  let record: RunRecord
  let peakInFlight: Int
  /// How many calls of segments and counters are in no figure.
  var lostSegments = 0
  /// What its operations counted.
  var counters: [CounterReport] = []
  let generator: GeneratorReport

  /// Whether its operations have planned starts.
  var isScheduled: Bool { if case .open = profile.kind { true } else { false } }

  /// The phase as a report, with what is to be known of it.
  func report(_ name: String, load: String, gracePeriod: Duration) -> LoadReport {
    var report = LoadReport(
      name,
      load: load,
      elapsed: elapsed,
      operations: Self.shown(record),
      setUps: record.setUps,
      peakInFlight: peakInFlight,
      timeline: record.timeline
    )
    report.generator = generator
    report.count(counters)
    return report.adding(
      LoadValidity.warnings(of: profile, on: report, gracePeriod: gracePeriod)
    )
  }

  /// The operations without those that never ran, unless none did: a flow of steps is none itself.
  static func shown(_ record: RunRecord) -> [RecordedOperation] {
    let made = record.operations.filter { $0.latency.count > 0 }
    return made.isEmpty && record.setUps.isEmpty ? Array(record.operations.prefix(1)) : made
  }
}

extension LoadReport {
  /// Puts phases together, each of which stays as a report of its own.
  ///
  /// The time of the whole is that of its phases, without the pauses. It has service times and lateness if all
  /// phases have a schedule: those of some would be figures of other operations than latency's.
  init(
    _ name: String,
    load: String,
    phases: [(name: String, result: PhaseResult)],
    gracePeriod: Duration
  ) {
    var record = RunRecord(of: [])
    let start = phases.first?.result.start ?? 0
    for (_, result) in phases {
      record.merge(result.record, startingAfter: result.start.saturatingSubtract(start))
    }
    let isScheduled = phases.allSatisfy(\.result.isScheduled)
    if !isScheduled { record.leaveOutSchedule() }
    self.init(
      name,
      load: load,
      elapsed: phases.map(\.result.elapsed).reduce(.zero, +),
      operations: PhaseResult.shown(record),
      setUps: record.setUps,
      peakInFlight: phases.map(\.result.peakInFlight).max() ?? 0,
      timeline: record.timeline
    )
    generator =
      phases.isEmpty
      ? GeneratorReport()
      : GeneratorReport.merged(phases.map(\.result.generator), lateness: Summary(record.lateness))
    count(phases.reduce(into: []) { $0.merge($1.result.counters) })
    if let first = phases.first?.result, let last = phases.last?.result {
      span = .nanoseconds(last.start.saturatingSubtract(first.start)) + last.elapsed
    }
    self.phases = phases.map { name, result in
      result.report(name, load: "\(result.profile)", gracePeriod: gracePeriod)
    }
    self = adding(self.phases.flatMap { phase in phase.warnings.map { $0.inPhase(phase.name) } })
  }
}
