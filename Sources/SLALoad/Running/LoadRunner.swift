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

  /// What happened in a run.
  struct Course {
    var warmUp: PhaseResult?
    var results: [(name: String, result: PhaseResult)]
    /// When the load began and ended, in nanoseconds of the monotonic clock.
    var start: Int64
    var end: Int64
    var settling: Settling?
  }

  @concurrent
  private func measure() async throws -> LoadReport {
    try await probing {
      var warmUp: PhaseResult?
      if let kind = options.warmUp {
        warmUp = try await phases(profile.warmUp(kind), isWarmUp: true).first?.result
      }
      let start = TimeSource.monotonic.nanoseconds()
      let results = Task.isCancelled ? [] : try await phases(profile)
      let end = TimeSource.monotonic.nanoseconds()
      return Course(
        warmUp: warmUp,
        results: results,
        start: start,
        end: end,
        settling: await settle()
      )
    }
  }

  /// Reads probes beside a run, whatever becomes of it.
  ///
  /// - Parameter run: Offers the load.
  /// - Returns: The report of it.
  /// - Throws: What the run throws, or ``ThreadsExhausted``.
  func probing(_ run: () async throws -> Course) async throws -> LoadReport {
    let probes = try await ProbeRuns(starting: options.probes)
    let course = try await run()
    let seen = await probes.stop(loadFrom: course.start, to: course.end)
    return report(of: course, seen)
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
        if let result = try await runner(phase, results.count, isWarmUp).run(profile) {
          results.append((phase, result))
        }
        if results.last?.result.generator.isStoppedEarly == true { return results }
      }
    }
    return results
  }

  private func runner(_ phase: String, _ number: Int, _ isWarmUp: Bool) -> PhaseRunner {
    PhaseRunner(setting: setting(phase, number, isWarmUp), work: work) { run, done in
      options.progress.line(of: phase, run, done)
    }
  }

  /// What a phase is run with.
  func setting(_ phase: String, _ number: Int = 0, _ isWarmUp: Bool = false) -> PhaseSetting {
    let number = isWarmUp ? -1 : number
    return PhaseSetting(
      time: time,
      names: OperationNames(work.names),
      number: number,
      seed: SeededGenerator.seed(options.seed, ofPhase: number),
      judge: isWarmUp ? nil : options.judge.map { Judge(phase, $0) },
      timeout: options.timeout,
      gracePeriod: options.gracePeriod.wholeNanoseconds,
      isBlocking: options.isBlocking,
      takesFlowsInOrder: options.takesFlowsInOrder
    )
  }

  /// How long the only question has where nothing is waited for, in nanoseconds.
  private static let onlyQuestion: Int64 = 1_000_000_000

  /// Waits for what the load set going.
  func settle() async -> Settling? {
    guard let settle = options.settle, !Task.isCancelled else { return nil }
    let start = TimeSource.monotonic.nanoseconds()
    let limit = settle.limit > .zero ? settle.limit.wholeNanoseconds : Self.onlyQuestion
    let end = start + min(limit, .max / 2)
    repeat {
      // A question that fails or hangs is no rest, nor is an answer after the limit.
      let rest = max(end - TimeSource.monotonic.nanoseconds(), 1)
      let isSettled = try? await withTimeout(.nanoseconds(rest), settle.isSettled)
      if isSettled == true {
        let taken = TimeSource.monotonic.nanoseconds() - start
        return Settling(limit: settle.limit, duration: .nanoseconds(taken))
      }
      guard await sleep(until: TimeSource.monotonic.nanoseconds() + 5_000_000) else { break }
    } while TimeSource.monotonic.nanoseconds() < end
    return Settling(limit: settle.limit, duration: nil)
  }
}

extension ProgressOutput {
  /// The line of a phase, if there is to be one.
  func line(
    of name: String,
    _ phase: PhaseRun,
    _ done: @escaping @Sendable (LoadReport) -> Double?
  ) -> ProgressLine? {
    line {
      let report = phase.runningReport(name)
      return ProgressFigures(
        name: name,
        elapsed: max(phase.elapsed, 0),
        count: report.count,
        failures: report.total.failureCount,
        inFlight: phase.inFlight,
        p95: report.latency?.p95,
        done: done(report)
      )
    }
  }
}

extension ClosedLoad {
  /// How much of the load is done, in `0...`.
  ///
  /// - Parameters:
  ///   - count: How many operations ended, or iterations of flows.
  ///   - isOfFlows: Whether an iteration is one of a flow, which can be several operations.
  ///   - elapsed: How long it has lasted, in nanoseconds.
  /// - Returns: The share, or `nil` where it is unknown.
  func done(count: Int, isOfFlows: Bool, elapsed: Int64) -> Double? {
    if let duration { return Double(elapsed) / Double(max(duration, 1)) }
    // Users count iterations of their own when they are done.
    if isOfFlows, case .iterationsEach = limit { return nil }
    return operations.map { Double(count) / Double(max($0, 1)) }
  }
}

extension OpenLoad {
  /// How much of the load is done, in `0...`; `nil` for a burst, whose end is not known.
  func done(elapsed: Int64) -> Double? {
    duration > 0 ? Double(elapsed) / Double(duration) : nil
  }
}
