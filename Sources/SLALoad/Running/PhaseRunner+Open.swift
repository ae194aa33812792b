// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// Loads of arrivals.
extension PhaseRunner {
  @concurrent
  func run(
    _ load: OpenLoad,
    _ profile: LoadProfile
  ) async throws(ThreadsExhausted) -> PhaseResult {
    let workers = try makeWorkers(load.workers)
    defer { for worker in workers { worker.stop() } }
    let control = LoadControl()
    let crew = Crew(workers.count, control)
    let run = OpenRun(load)
    let readying = readying(workers.count, control)
    for worker in workers {
      crew.add(on: setting.timeout == nil ? worker.executor : nil) {
        guard await work.makeReady(worker, in: readying, timeout: setting.timeout) else {
          return run.queue.leave()
        }
        await serve(run, worker)
      }
    }
    // Who takes longer to be ready than that gets work when it is.
    await run.queue.waitUntil(ready: workers.count, control, atMost: setting.gracePeriod)
    let before = ProcessUsage.now()
    let phase = PhaseRun(setting, workers: workers.count, isScheduled: true, control: control)
    do {
      try run.offer(in: phase)
    } catch {
      control.stop()
      run.queue.close()
      throw error
    }
    // A burst ends when its operations do, as a number of requests does.
    if load.duration > 0 { crew.cut(at: graceEnd(after: load.duration)) }
    cutAfterEarlyStop(crew, control)
    let line = progress(phase) { _ in load.done(elapsed: phase.elapsed) }
    let abandoned = await crew.join()
    control.forgetEarlyStop()
    // Where no worker was made ready the arrivals would go on.
    control.stop()
    line?.stop()
    return Self.result(
      of: phase,
      profile,
      lasting: load.duration,
      since: before,
      setUps: readying
    ) { generator in
      count(run, phase, &generator)
      generator.abandonedCount = abandoned
    }
  }

  /// Makes operations as they arrive.
  @concurrent
  private func serve(_ run: OpenRun, _ worker: Worker) async {
    let ledger = SegmentLedgers.shared.take(
      setting.names.segments,
      setting.time,
      seed: setting.seed,
      isOneTask: setting.timeout == nil
    )
    defer { SegmentLedgers.shared.giveBack(ledger) }
    while let arrival = await run.queue.next() {
      // After the grace period nothing begins; what has not is unfinished.
      guard !arrival.phase.control.isCut else { continue }
      let context = LoadContext(
        user: worker.number,
        iteration: arrival.number,
        phase: setting.number,
        seed: setting.seed
      ).noting(ledger.begin(arrival.number))
      await work.perform(
        Turn(
          phase: arrival.phase,
          context: context,
          planned: arrival.planned,
          worker: worker,
          timeout: setting.timeout,
          isExact: run.plan.isExact
        )
      )
      arrival.phase.leave()
      await worker.awaitThread()
    }
  }

  private func count(_ run: OpenRun, _ phase: PhaseRun, _ generator: inout GeneratorReport) {
    generator.plannedCount = run.startedCount + run.droppedCount
    generator.users = run.plan.maxInFlight
    generator.droppedCount = run.droppedCount
    // Without a cut those are arrivals for which there was no worker.
    let leftCount = phase.inFlight
    generator.unfinishedCount = phase.control.isCut ? leftCount + phase.control.lateCount : 0
    let duration = Duration.nanoseconds(run.plan.duration)
    guard run.plan.duration > 0 else { return }
    generator.askedRate = .perSecond(run.plan.expectedArrivals / duration.inSeconds)
    generator.reachedRate = Rate(
      run.startedCount - (phase.control.isCut ? 0 : leftCount),
      in: .nanoseconds(run.offeringTime ?? phase.elapsedAtStop)
    )
  }
}
