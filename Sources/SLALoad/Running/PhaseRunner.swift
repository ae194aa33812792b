// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Offers the load of one phase: starts its workers, waits for them, and counts what became of it.
struct PhaseRunner: Sendable {
  let setting: PhaseSetting
  let work: LoadWork
  let progress: @Sendable (PhaseRun, @escaping @Sendable (LoadReport) -> Double?) -> ProgressLine?

  /// Offers a load that has no phases of its own.
  ///
  /// - Throws: If the system has too few threads left.
  @concurrent
  func run(_ profile: LoadProfile) async throws(ThreadsExhausted) -> PhaseResult? {
    switch profile.kind {
    case .closed(let load): try await run(load, profile)
    case .open(let load): try await run(load, profile)
    case .phases: nil
    }
  }

  @concurrent
  private func run(
    _ load: ClosedLoad,
    _ profile: LoadProfile
  ) async throws(ThreadsExhausted) -> PhaseResult {
    let workers = try makeWorkers(load.workers)
    defer { for worker in workers { worker.stop() } }
    let control = LoadControl()
    // Users who come one after another are made ready when they come, all others before the load begins.
    let (ready, readying, leftCount) =
      load.spawnRate == nil
      ? await makeReady(workers, within: load.duration)
      : (workers, readying(workers.count, control), 0)
    if Task.isCancelled { control.cut() }
    let crew = Crew(ready.count, control)
    let before = ProcessUsage.now()
    let phase = PhaseRun(setting, workers: workers.count, isScheduled: false, control: control)
    let run = ClosedRun(load, phase)
    for _ in ready.count..<workers.count { run.countNotSetUp() }
    for worker in ready {
      // With a timeout the thread is for the operation alone, and may be left to it.
      crew.add(on: setting.timeout == nil ? worker.executor : nil) { [work, setting] in
        if let work = work.work, setting.timeout == nil {
          await work(run, worker)
        } else {
          let readying = load.spawnRate == nil ? nil : readying
          await work.workByTurns(run, worker, timeout: setting.timeout, readying)
        }
      }
    }
    if let duration = load.duration { crew.cut(at: graceEnd(after: duration)) }
    cutAfterEarlyStop(crew, control)
    let line = progress(phase) { report in
      load.done(
        count: work.isOfFlows ? run.takenCount - phase.inFlight : report.count,
        isOfFlows: work.isOfFlows,
        elapsed: phase.elapsed
      )
    }
    let abandoned = await crew.join() + leftCount
    control.forgetEarlyStop()
    line?.stop()
    return Self.result(
      of: phase,
      profile,
      lasting: load.duration ?? 0,
      since: before,
      setUps: readying
    ) { generator in
      generator.plannedCount = load.operations
      generator.iterationCount = run.iterationCount
      generator.usersNotSetUp = run.notSetUpCount
      generator.users = load.users
      generator.abandonedCount = abandoned
      generator.unfinishedCount = abandoned + control.lateCount
    }
  }

  /// Where set-ups of users are recorded, or `nil` if there are none: apart from the load, which they are no
  /// part of.
  func readying(_ workers: Int, _ control: LoadControl) -> PhaseRun? {
    guard work.setUp != nil else { return nil }
    var setting = setting
    setting.judge = nil
    return PhaseRun(setting, workers: workers, isScheduled: false, control: control)
  }

  /// Makes workers ready before a load.
  ///
  /// - Parameters:
  ///   - workers: The workers.
  ///   - duration: How long the load is, in nanoseconds: with its grace period the most that is waited for the workers.
  /// - Returns: Those that are ready, where the set-ups were recorded, and how many did not end even when cancelled.
  @concurrent
  private func makeReady(
    _ workers: [Worker],
    within duration: Int64?
  ) async -> (ready: [Worker], PhaseRun?, leftCount: Int) {
    let control = LoadControl()
    guard let readying = readying(workers.count, control) else { return (workers, nil, 0) }
    let crew = Crew(workers.count, control)
    let ready = Guarded<Set<Int>>([])
    for worker in workers {
      crew.add(on: setting.timeout == nil ? worker.executor : nil) { [work, setting] in
        guard await work.makeReady(worker, in: readying, timeout: setting.timeout) else { return }
        ready.withLock { _ = $0.insert(worker.number) }
      }
    }
    if let duration { crew.cut(at: graceEnd(after: duration)) }
    let leftCount = await crew.join()
    let numbers = ready.withLock(\.self)
    return (workers.filter { numbers.contains($0.number) }, readying, leftCount)
  }

  /// Cuts what goes on for longer than the grace period after a judge has stopped the load.
  func cutAfterEarlyStop(_ crew: Crew, _ control: LoadControl) {
    control.whenStoppedEarly { crew.cut(at: graceEnd(after: 0)) }
  }

  /// Makes the workers of a load, with their threads.
  ///
  /// - Throws: If the system has too few threads left; those that were made end then.
  func makeWorkers(_ count: Int) throws(ThreadsExhausted) -> [Worker] {
    var workers: [Worker] = []
    do {
      for number in 0..<count {
        workers.append(try Worker(number, hasThread: setting.isBlocking))
      }
    } catch {
      for worker in workers { worker.stop() }
      throw error
    }
    return workers
  }

  /// When the grace period of a load that begins now is over, in nanoseconds of the monotonic clock.
  func graceEnd(after duration: Int64) -> Int64 {
    let (rest, overflow) = duration.addingReportingOverflow(setting.gracePeriod)
    return TimeSource.monotonic.nanoseconds() + (overflow ? .max / 2 : min(rest, .max / 2))
  }

  /// Counts what became of a phase that has ended.
  static func result(
    of phase: PhaseRun,
    _ profile: LoadProfile,
    lasting duration: Int64 = 0,
    since before: ProcessUsage,
    setUps readying: PhaseRun? = nil,
    _ count: (inout GeneratorReport) -> Void
  ) -> PhaseResult {
    let end = phase.elapsed
    let after = ProcessUsage.now()
    var record = phase.recorders.record()
    let last = record.operations.compactMap(\.latency.lastEnd).max()
    record.setUps = readying?.recorders.record().operations.filter { $0.latency.count > 0 } ?? []
    // By another clock than that of the load.
    for place in record.setUps.indices { record.setUps[place].timeline = nil }
    var generator = GeneratorReport()
    generator.take(from: before, to: after)
    generator.cores = ProcessFacts.cores
    generator.isDebugBuild = ProcessFacts.isDebugBuild
    generator.sanitizers = ProcessFacts.sanitizers
    generator.isStoppedEarly = phase.control.isStoppedEarly
    generator.lateness = Summary(record.lateness)
    generator.overrunCount = phase.overrunCount
    count(&generator)
    // The wait for what never ended is no part of the time in which operations were made; the planned time is,
    // though nothing may have ended in it any more.
    let lastEnd = last.map { $0.saturatingSubtract(phase.start) } ?? 0
    let planned = phase.control.isStoppedEarly ? min(phase.elapsedAtStop, duration) : duration
    let elapsed = phase.control.isCut ? min(max(lastEnd, planned), end) : end
    return PhaseResult(
      profile: profile,
      start: phase.start,
      elapsed: .nanoseconds(max(elapsed, 0)),
      record: record,
      peakInFlight: phase.peakInFlight,
      lostSegments: phase.recorders.names.segments.lost,
      counters: phase.counters,
      generator: generator
    )
  }
}
