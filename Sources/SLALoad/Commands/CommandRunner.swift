// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Runs commands as a plan says, on threads of their own, and puts together what was measured.
struct CommandRunner: Sendable {
  private let name: String
  private let plan: CommandPlan
  private let commands: any CommandRunning
  private let time: TimeSource
  private let stop = ProgramStop()

  init(
    _ name: String,
    _ plan: CommandPlan,
    _ commands: any CommandRunning,
    _ time: TimeSource = .monotonic
  ) {
    self.name = name
    self.plan = plan
    self.commands = commands
    self.time = time
  }

  /// Runs everything.
  ///
  /// - Returns: The report, and the durations of each operation.
  /// - Throws: If a command cannot be started or prepared, or if the task was cancelled.
  @concurrent
  func run() async throws -> (report: LoadReport, records: CommandRecords) {
    // What cannot be run is said before anything runs.
    let requests = try plan.stages.isEmpty ? [] : plan.tests.map { try $0.request() }
    let workers = try makeWorkers()
    defer { for worker in workers { worker.stop() } }
    let start = time.nanoseconds()
    let records = CommandRecords(plan.names, workers: max(workers.count, 1), start: start)
    let line = progress(records, since: start)
    let outcome = await Result.caught {
      try await withTaskCancellationHandler {
        for stage in plan.stages { try await offer(stage, requests, workers, records) }
        let end = time.nanoseconds()
        return (end, shell: await shellStart(requests, on: workers.first))
      } onCancel: {
        stop.stop()
      }
    }
    line?.stop()
    try Task.checkCancellation()
    let (end, shell) = try outcome.get()
    return (report(records, lasting: end - start, shell), records)
  }

  private func makeWorkers() throws(ThreadsExhausted) -> [Worker] {
    var workers: [Worker] = []
    do {
      for number in 0..<(plan.stages.map { min($0.concurrency, $0.steps.count) }.max() ?? 0) {
        workers.append(try Worker(number, hasThread: true))
      }
    } catch {
      for worker in workers { worker.stop() }
      throw error
    }
    return workers
  }

  /// Makes the runs of a stage, several at once if it says so.
  private func offer(
    _ stage: CommandPlan.Stage,
    _ requests: [ProgramRequest],
    _ workers: [Worker],
    _ records: CommandRecords
  ) async throws {
    let rest = CommandSteps(stage.steps)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in workers.prefix(min(stage.concurrency, stage.steps.count)) {
        group.addTask(executorPreference: worker.executor) {
          do {
            while !stop.isStopped, let step = rest.next() {
              try await perform(step, requests[step.command], records)
            }
          } catch {
            // The others are not to go on, nor to be waited for.
            stop.stop()
            throw error
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func perform(
    _ step: CommandPlan.Step,
    _ request: ProgramRequest,
    _ records: CommandRecords
  ) async throws {
    let test = plan.tests[step.command]
    try await test.options.prepare?()
    if step.isCold { try await test.options.prepareCold?() }
    records.enter()
    let outcome = Result { try attempt(step.command, request, records) }
    records.leave()
    // What was prepared is undone before an error goes on.
    let cleaned = await Result.caught { try await test.options.cleanup?() }
    let ending = try outcome.get()
    if let operation = step.operation, ending.cause != .stopped {
      let result = CommandResult(test.name, isCold: step.isCold, ending)
      records.record(operation, result, ending, by: test.options)
    }
    _ = try cleaned.get()
  }

  /// Runs a program; of a command that was started before, one that cannot be has failed, and the others still count.
  private func attempt(
    _ command: Int,
    _ request: ProgramRequest,
    _ records: CommandRecords
  ) throws -> ProgramEnding {
    let start = time.nanoseconds()
    do {
      let ending = try commands.run(request, stop)
      records.noteStart(of: command)
      return ending
    } catch let error as CommandError where error.systemCode != 0 {
      guard records.wasStarted(command) else { throw error }
      var ending = ProgramEnding(start: start, end: time.nanoseconds(), status: nil)
      ending.cause = .notStarted(error.systemReason)
      return ending
    }
  }

  private func progress(_ records: CommandRecords, since start: Int64) -> ProgressLine? {
    let output = plan.tests.first?.options.progress ?? .automatic
    let total = plan.stages.flatMap(\.steps).filter { $0.operation != nil }.count
    return output.line { [name, time] in
      records.figures(name, elapsed: time.nanoseconds() - start, of: total)
    }
  }

  // MARK: - The report

  private func report(
    _ records: CommandRecords,
    lasting elapsed: Int64,
    _ shell: Duration?
  ) -> LoadReport {
    let record = records.record()
    let report = LoadReport(
      name,
      load: CommandPlan.text(of: plan.tests),
      elapsed: .nanoseconds(max(elapsed, 0)),
      operations: PhaseResult.shown(record),
      peakInFlight: records.peakInFlight,
      timeline: record.timeline
    )
    var warnings = plan.warnings
    if let shell { warnings.append(.shellStart(shell)) }
    for (number, name) in plan.names.enumerated() where records.halfSeenCount(of: number) > 0 {
      warnings.append(.truncatedOutput(name, runs: records.halfSeenCount(of: number)))
    }
    for test in plan.tests {
      if test.cold > 1, test.options.prepareCold == nil {
        warnings.append(.unpreparedColdRuns(test.name))
      }
      guard test.cold == 0, test.warmups == 0, test.concurrency == 1,
        let number = plan.names.firstIndex(of: test.name)
      else { continue }
      if let slow = records.slowFirstRun(of: number) {
        warnings.append(.slowFirstRun(test.name, first: slow.first, median: slow.median))
      }
    }
    return report.adding(warnings)
  }

  /// How often the start of the shell is measured.
  private static let shellRuns = 11

  /// What the start of a shell takes in the median, if a command needs one and times are judged.
  ///
  /// After the runs, without their input and directory, which may have been there for them only.
  private func shellStart(
    _ requests: [ProgramRequest],
    on worker: Worker?
  ) async -> Duration? {
    guard plan.mode.kind == .full, let worker,
      let request = zip(plan.tests, requests).first(where: { $0.0.work.isShell })?.1
    else { return nil }
    var empty = request
    empty.arguments = Shell.arguments(":")
    (empty.input, empty.directory) = (.nothing, nil)
    let task = Task(executorPreference: worker.executor) { [empty, commands, stop] in
      try (0..<Self.shellRuns).map { _ in
        let ending = try commands.run(empty, stop)
        return Duration.nanoseconds(ending.end - ending.start)
      }
    }
    // The runs are there; that a shell cannot be started any more takes nothing from them.
    return (try? await task.value).flatMap { Summary($0)?.p50 }
  }
}

/// Steps that workers take one after another.
private final class CommandSteps: Sendable {
  private let rest: Guarded<ArraySlice<CommandPlan.Step>>

  init(_ steps: [CommandPlan.Step]) {
    rest = Guarded(steps[...])
  }

  func next() -> CommandPlan.Step? { rest.withLock { $0.popFirst() } }
}

extension Result where Failure == any Error {
  /// What asynchronous work returns or throws.
  fileprivate static func caught(
    _ work: () async throws -> sending Success
  ) async -> sending Result {
    do { return .success(try await work()) } catch { return .failure(error) }
  }
}
