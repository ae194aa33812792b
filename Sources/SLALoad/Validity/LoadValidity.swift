// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// Whether a load was offered as asked, by a machine that could: a pure function of what was counted.
package enum LoadValidity {
  /// Runs shorter than this use no resource long enough to tell.
  package static let shortestRun = Duration.milliseconds(100)
  /// Below this share of the asked arrivals the rate was not reached; what is less is chance of the clock.
  package static let leastRateShare = 0.98
  /// Starts that are late by less than this matter to no limit in milliseconds.
  package static let leastLateness = Duration.milliseconds(1)
  /// Starts that are late by less than this share of the median latency do not change what is measured.
  package static let lateShare = 0.1
  /// Above this share of its cores, or of one thread's time, work queues: at 85 % a random arrival finds a
  /// server busy so often that it waits over five times as long as it is served (M/M/1, ρ/(1 − ρ)).
  package static let busyShare = 0.85
  /// So many times as many operations must be in flight as cores are busy before they can wait for a core.
  package static let inFlightPerCore = 2.0
  /// As many threads as cores ready to run on average: then one that becomes ready finds no core free.
  package static let readyPerCore = 1.0
  /// Waiting for a core below this share of the mean latency does not change what is measured.
  package static let delayShare = 0.1
  /// Waiting for a core below this with each operation is what waking its threads takes anyway.
  package static let leastDelay = Duration.milliseconds(1)
  /// Those of a burst wait for each other: late are they who wait for half as long as they are served.
  package static let burstLateShare = 0.5

  /// What made the load less than it says, or its figures doubtful.
  ///
  /// - Parameters:
  ///   - profile: How load was to be offered.
  ///   - report: What was measured under it, with what the generator did.
  ///   - gracePeriod: How long operations had after the end.
  /// - Returns: Warnings, none of a load that was offered as asked.
  package static func warnings(
    of profile: LoadProfile,
    on report: LoadReport,
    gracePeriod: Duration
  ) -> [Warning] {
    guard let generator = report.generator else { return [] }
    var warnings: [Warning] = []
    switch profile.kind {
    case .closed(let load): warnings += offer(of: load, report, generator)
    case .open(let load): warnings += offer(of: load, report, generator)
    case .phases: break
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
    // Those that end soon enough change nothing.
    if generator.overrunCount > 0, let peak = report.peakInFlight, peak > generator.users {
      warnings.append(.overran(generator.overrunCount, inFlight: peak, of: generator.users))
    }
    return warnings + machine(report, generator)
  }

  private static func offer(
    of load: ClosedLoad,
    _ report: LoadReport,
    _ generator: GeneratorReport
  ) -> [Warning] {
    guard report.count > 0, !generator.isStoppedEarly else { return [] }
    var warnings: [Warning] = []
    if case .requests(let requests) = load.limit, requests < load.users {
      warnings.append(.fewerRequestsThanUsers(requests: requests, users: load.users))
    }
    // Not the operations: those of a scenario may be several in an iteration.
    let made = generator.iterationCount ?? report.count
    if let planned = generator.plannedCount, made + generator.unfinishedCount < planned {
      warnings.append(
        .requestsNotMade(made, of: planned, usersNotSetUp: generator.usersNotSetUp)
      )
    }
    let spawned = spawned(load)
    if spawned < load.users { warnings.append(.usersNotSpawned(spawned, of: load.users)) }
    let workers = min(load.workers, spawned) - generator.usersNotSetUp
    if let peak = report.peakInFlight, load.thinkTime == .none, areIdle(workers, peak: peak) {
      warnings.append(.idleUsers(workers, peak: peak))
    }
    return warnings
  }

  /// How many users have their start within the time of the load.
  private static func spawned(_ load: ClosedLoad) -> Int {
    guard let duration = load.duration, load.users > 0, duration > 0 else { return load.users }
    return (0..<load.users).count { load.start(ofUser: $0) < duration }
  }

  /// Whether users ran at once less than asked.
  ///
  /// Below three quarters of them: the last few may find everything done before they begin, while
  /// four that block on two cores must not go unnoticed.
  private static func areIdle(_ workers: Int, peak: Int) -> Bool { 4 * peak < 3 * workers }

  private static func offer(
    of load: OpenLoad,
    _ report: LoadReport,
    _ generator: GeneratorReport
  ) -> [Warning] {
    var warnings: [Warning] = []
    if let asked = generator.askedRate, let reached = generator.reachedRate,
      !generator.isStoppedEarly,
      generator.droppedCount > 0
        || reached.perSecond < leastRateShare * planned(load, generator, asked).perSecond
    {
      warnings.append(
        .rateNotReached(
          reached,
          of: asked,
          dropped: generator.droppedCount,
          maxInFlight: load.maxInFlight
        )
      )
    }
    if let lateness = generator.lateness {
      let (basis, share) =
        load.duration > 0
        ? (report.latency, lateShare) : (report.serviceTime ?? report.latency, burstLateShare)
      let limit = max(leastLateness.inSeconds, (basis?.p50.inSeconds ?? 0) * share)
      if lateness.p95.inSeconds > limit { warnings.append(.lateStarts(lateness)) }
    }
    return warnings
  }

  /// The rate of the arrivals that were really planned; of a Poisson process that is not what it is asked for.
  private static func planned(
    _ load: OpenLoad,
    _ generator: GeneratorReport,
    _ asked: Rate
  ) -> Rate {
    generator.plannedCount.flatMap { Rate($0, in: .nanoseconds(load.duration)) } ?? asked
  }

  /// What the machine lacked.
  ///
  /// A busy machine alone is no fault: two users that compute on two cores are measured well. Only where more
  /// operations are in flight than cores are busy do some of them wait for a core, or for a thread.
  private static func machine(_ report: LoadReport, _ generator: GeneratorReport) -> [Warning] {
    var warnings: [Warning] = []
    if !generator.sanitizers.isEmpty { warnings.append(.sanitizers(generator.sanitizers)) }
    guard generator.elapsed >= shortestRun, report.count > 0 else { return warnings }
    let inFlight = report.peakInFlight ?? 0
    let used = generator.coresUsed ?? 0
    if Double(inFlight) >= inFlightPerCore * max(used, 1) {
      let ready = generator.threadsReady ?? used
      if used / Double(generator.cores) >= busyShare {
        warnings.append(.busyProcess(cores: used, of: generator.cores, inFlight: inFlight))
      } else if ready >= readyPerCore * Double(generator.cores) {
        warnings.append(.queueForCores(ready: ready, of: generator.cores, inFlight: inFlight))
      } else if let share = generator.busiestThreadShare, share >= busyShare {
        warnings.append(.busyThread(share: share, inFlight: inFlight))
      }
    }
    if let delay = generator.runQueueDelay, let mean = report.latency?.mean {
      let each = delay / report.count
      if each.inSeconds > delayShare * mean.inSeconds, each >= leastDelay {
        warnings.append(.runQueue(delay: each, latency: mean))
      }
    }
    return warnings
  }
}
