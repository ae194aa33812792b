// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Runs a load test: probes around phases around operations.
struct LoadRunner: Sendable {
  let name: String
  let profile: LoadProfile
  let work: LoadWork
  let options: LoadOptions
  let time: TimeSource

  /// Offers the load, and waits for its end.
  ///
  /// - Throws: If the system has too few threads, or `CancellationError`.
  @concurrent
  func run() async throws -> LoadReport {
    var report: LoadReport
    do {
      report = try await measure()
    } catch {
      _ = await tearDown()
      throw error
    }
    report = report.adding(await tearDown())
    try Task.checkCancellation()
    return report
  }

  /// Undoes what users were given, in a task of its own: also after a cancellation that is to be done.
  private func tearDown() async -> [Warning] {
    let warnings = options.atEnd?() ?? []
    guard let tearDown = work.tearDown else { return warnings }
    let limit = max(options.gracePeriod, .seconds(1))
    return await Task { await tearDown(limit) }.value + warnings
  }

  @concurrent
  private func measure() async throws -> LoadReport {
    let probes = try options.probes.map { try ProbeRun($0) }
    for probe in probes { await probe.start() }
    var warmUpCount = 0
    if let warmUp = options.warmUp {
      let result = try await phases(profile.warmUp(warmUp), isWarmUp: true).first?.result
      warmUpCount = result?.record.operations.map(\.latency.count).reduce(0, +) ?? 0
    }
    let start = TimeSource.monotonic.nanoseconds()
    let results = Task.isCancelled ? [] : try await phases(profile)
    let end = TimeSource.monotonic.nanoseconds()
    let settling = await settle()
    var seen: [ProbeReport] = []
    for probe in probes { seen.append(await probe.stop(loadFrom: start, to: end)) }
    return report(of: results, warmUpCount, seen, settling)
  }

  /// Offers one phase after another.
  private func phases(
    _ profile: LoadProfile,
    isWarmUp: Bool = false
  ) async throws(ThreadsExhausted) -> [(name: String, result: PhaseResult)] {
    var results: [(name: String, result: PhaseResult)] = []
    for phase in profile.phases ?? [.phase(name, profile)] where !Task.isCancelled {
      switch phase.content {
      case .pause(let nanoseconds):
        _ = await sleep(until: TimeSource.monotonic.nanoseconds() + min(nanoseconds, .max / 2))
      case .load(let phase, let profile):
        if let result = try await runner(phase, isWarmUp).run(profile) {
          results.append((phase, result))
        }
        if results.last?.result.generator.isStoppedEarly == true { return results }
      }
    }
    return results
  }

  private func runner(_ phase: String, _ isWarmUp: Bool) -> PhaseRunner {
    PhaseRunner(setting: setting(phase, isWarmUp), work: work) { run, profile in
      options.progress.line(of: phase, run, profile)
    }
  }

  /// What a phase is run with.
  func setting(_ phase: String, _ isWarmUp: Bool = false) -> PhaseSetting {
    PhaseSetting(
      time: time,
      names: OperationNames(work.names),
      seed: options.seed,
      judge: isWarmUp ? nil : options.judge.map { Judge(phase, $0) },
      timeout: options.timeout,
      gracePeriod: options.gracePeriod.wholeNanoseconds,
      isBlocking: options.isBlocking
    )
  }

  /// How long a question has at least whether things have come to rest, in nanoseconds.
  private static let shortestQuestion: Int64 = 1_000_000_000

  /// Waits for what the load set going.
  func settle() async -> Settling? {
    guard let settle = options.settle, !Task.isCancelled else { return nil }
    let start = TimeSource.monotonic.nanoseconds()
    let end = start + min(settle.limit.wholeNanoseconds, .max / 2)
    repeat {
      // A question that fails or hangs is no rest. The last one has time for an answer.
      let rest = max(end - TimeSource.monotonic.nanoseconds(), Self.shortestQuestion)
      let isSettled = try? await withTimeout(.nanoseconds(rest), settle.isSettled)
      if isSettled == true {
        let taken = TimeSource.monotonic.nanoseconds() - start
        return Settling(limit: settle.limit, duration: .nanoseconds(taken))
      }
      guard await sleep(until: TimeSource.monotonic.nanoseconds() + 5_000_000) else { break }
    } while TimeSource.monotonic.nanoseconds() < end
    return Settling(limit: settle.limit, duration: nil)
  }

  /// Puts everything together.
  func report(
    of results: [(name: String, result: PhaseResult)],
    _ warmUpCount: Int,
    _ probes: [ProbeReport],
    _ settling: Settling?
  ) -> LoadReport {
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
      warnings.append(.tooManyNames(limit: OperationNames.limit))
    }
    return report.adding(warnings)
  }

  /// The load in words, with what was left out of the figures.
  private func description(_ warmUpCount: Int, isStoppedEarly: Bool?) -> String {
    var text = "\(profile)"
    if options.isBlocking { text += ", a thread each" }
    if options.warmUp != nil { text += ", after \(warmUpCount) to warm up" }
    if isStoppedEarly == true { text += ", stopped early" }
    return text
  }
}

extension ProgressOutput {
  /// The line of a phase, if there is to be one.
  func line(of name: String, _ phase: PhaseRun, _ profile: LoadProfile) -> ProgressLine? {
    let isTerminal = StandardError.isTerminal
    guard isOn(isTerminal: isTerminal, variable: StandardError.variable("SLA_PROGRESS")) else {
      return nil
    }
    return ProgressLine(isTerminal: isTerminal, write: StandardError.put) {
      let report = phase.runningReport(name)
      return ProgressFigures(
        name: name,
        elapsed: max(phase.elapsed, 0),
        count: report.count,
        failures: report.total.failureCount,
        inFlight: phase.inFlight,
        p95: report.latency?.p95,
        done: profile.done(count: report.count, elapsed: phase.elapsed)
      )
    }
  }
}

extension LoadProfile {
  /// How much of the load is done, in `0...`; `nil` for phases.
  func done(count: Int, elapsed: Int64) -> Double? {
    switch kind {
    case .closed(let load):
      if let duration = load.duration { return Double(elapsed) / Double(max(duration, 1)) }
      return load.operations.map { Double(count) / Double(max($0, 1)) }
    case .open(let load): return Double(elapsed) / Double(max(load.duration, 1))
    case .phases: return nil
    }
  }
}
