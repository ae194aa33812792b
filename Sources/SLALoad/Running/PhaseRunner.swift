// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Offers the load of one phase: starts its workers, waits for them, and counts what became of it.
struct PhaseRunner: Sendable {
  let setting: PhaseSetting
  let work: LoadWork
  let progress: @Sendable (PhaseRun, LoadProfile) -> ProgressLine?

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
    let crew = Crew(workers.count, control)
    let before = ProcessUsage.now()
    let phase = PhaseRun(setting, workers: workers.count, isScheduled: false, control: control)
    let run = ClosedRun(load, phase)
    let readying = readying(workers.count, control)
    for worker in workers {
      // With a timeout the thread is for the operation alone, and may be left to it.
      crew.add(on: setting.timeout == nil ? worker.executor : nil) { [work, setting] in
        if let work = work.work, setting.timeout == nil {
          await work(run, worker)
        } else {
          await work.workByTurns(run, worker, timeout: setting.timeout, readying)
        }
      }
    }
    if let duration = load.duration { crew.cut(at: graceEnd(after: duration)) }
    let line = progress(phase, profile)
    let abandoned = await crew.join()
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
