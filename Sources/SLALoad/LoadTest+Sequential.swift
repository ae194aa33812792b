// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// The load of one user on the caller's actor, whose operation nobody else may touch.
extension LoadTest {
  /// Runs one operation after another.
  func runSequentially(
    _ operation: @concurrent (ClosedRun, Worker) async -> Void,
    _ time: TimeSource
  ) async throws -> LoadReport {
    guard case .closed(let load) = profile.kind else {
      preconditionFailure("a sequential load is closed (was \(profile))")
    }
    let runner = LoadRunner(
      name: name,
      profile: profile,
      work: LoadWork(name) { _ in },
      options: options,
      time: time
    )
    let report = try await runner.probing {
      var warmUp: PhaseResult?
      if let kind = options.warmUp, case .closed(let load) = profile.warmUp(kind).kind {
        warmUp = try await phase(load, runner, operation, isWarmUp: true)
      }
      let start = TimeSource.monotonic.nanoseconds()
      let result = try await phase(load, runner, operation)
      let end = TimeSource.monotonic.nanoseconds()
      return LoadRunner.Course(
        warmUp: warmUp,
        results: [(name, result)],
        start: start,
        end: end,
        settling: await runner.settle()
      )
    }
    try Task.checkCancellation()
    return report
  }

  private func phase(
    _ load: ClosedLoad,
    _ runner: LoadRunner,
    _ operation: @concurrent (ClosedRun, Worker) async -> Void,
    isWarmUp: Bool = false
  ) async throws(ThreadsExhausted) -> PhaseResult {
    let control = LoadControl()
    let setting = runner.setting(name, 0, isWarmUp)
    let before = ProcessUsage.now()
    let phase = PhaseRun(setting, workers: 1, isScheduled: false, control: control)
    let run = ClosedRun(load, phase, timeout: options.timeout)
    let worker = try Worker(0, hasThread: false)
    let line = options.progress.line(of: name, phase) { report in
      load.done(count: report.count, isOfFlows: false, elapsed: phase.elapsed)
    }
    await withTaskCancellationHandler {
      await operation(run, worker)
    } onCancel: {
      control.stop()
    }
    line?.stop()
    return PhaseRunner.result(of: phase, LoadProfile(.closed(load)), since: before) { generator in
      generator.plannedCount = load.operations
      generator.iterationCount = run.iterationCount
      generator.users = load.users
    }
  }
}
