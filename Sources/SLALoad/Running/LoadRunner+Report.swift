// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// What is said of a run when it is over.
extension LoadRunner {
  /// Puts everything together.
  func report(of course: Course, _ probes: [ProbeReport]) -> LoadReport {
    let (results, settling) = (course.results, course.settling)
    let warmUpCount = course.warmUp?.count ?? 0
    let load = description(
      warmUpCount,
      isStoppedEarly: results.last?.result.generator.isStoppedEarly
    )
    var report: LoadReport
    if profile.phases == nil, let only = results.first {
      report = only.result.report(name, load: load, gracePeriod: options.gracePeriod)
    } else {
      report = LoadReport(name, load: load, phases: results, gracePeriod: options.gracePeriod)
    }
    report.generator?.warmUpCount = warmUpCount
    report.probes = probes
    report.settling = settling
    var warnings = probes.filter { !$0.gaps.isEmpty }.map {
      Warning.probeGaps($0.name, count: $0.gaps.count, reason: $0.gaps[0].reason)
    }
    if let settling, settling.duration == nil {
      warnings.append(.notSettled(limit: settling.limit))
    }
    if report.operation(OperationNames.further) != nil {
      warnings.append(.tooManyNames(limit: OperationNames.limit(declaring: work.names.count)))
    }
    warnings += course.warmUp?.warmUpWarnings(gracePeriod: options.gracePeriod) ?? []
    return report.adding(warnings + segmentWarnings(of: results))
  }

  private func segmentWarnings(of results: [(name: String, result: PhaseResult)]) -> [Warning] {
    let lost = results.map(\.result.lostSegments).reduce(0, +)
    let hasFurther = results.contains { $0.result.record.operations.contains(where: \.hasFurther) }
    return (lost > 0 ? [.lostSegments(lost)] : [])
      + (hasFurther ? [.tooManySegments(limit: SegmentNames.limit)] : [])
  }

  /// The load in words, with what was left out of the figures.
  private func description(_ warmUpCount: Int, isStoppedEarly: Bool?) -> String {
    var text = options.text(of: profile)
    if options.isBlocking { text += ", a thread each" }
    if options.warmUp != nil { text += ", after \(warmUpCount) to warm up" }
    if isStoppedEarly == true { text += ", stopped early" }
    return text
  }
}

extension RecordedOperation {
  /// Whether it has more segments than are told apart.
  fileprivate var hasFurther: Bool {
    segments.segments.contains { $0.name == SegmentNames.further }
  }
}

extension PhaseResult {
  /// The operations that were made.
  fileprivate var count: Int { record.operations.map(\.latency.count).reduce(0, +) }

  /// What is to be known of it as of a warm-up, whose figures nobody sees.
  fileprivate func warmUpWarnings(gracePeriod: Duration) -> [Warning] {
    var warnings: [Warning] = []
    let recording = record.operations.reduce(into: Recording()) { $0.merge($1.latency) }
    if recording.count == 0, profile.isToMakeSomething {
      warnings.append(.madeNothing)
    } else if recording.successCount == 0,
      let failure = recording.failures.max(by: { $0.value < $1.value })?.key
    {
      warnings.append(.allFailed(recording.count, reason: failure))
    }
    if generator.unfinishedCount > 0 {
      warnings.append(
        .unfinished(
          generator.unfinishedCount,
          abandoned: generator.abandonedCount,
          gracePeriod: gracePeriod
        )
      )
    }
    if generator.overrunCount > 0 {
      warnings.append(
        .overran(generator.overrunCount, inFlight: peakInFlight, of: generator.users)
      )
    }
    return warnings.map(\.inWarmUp)
  }
}

extension LoadProfile {
  /// Whether there is an operation to be made.
  fileprivate var isToMakeSomething: Bool {
    switch kind {
    case .closed(let load): load.workers > 0 && load.duration != 0
    case .open(let load): load.expectedArrivals > 0
    case .phases: false
    }
  }
}
