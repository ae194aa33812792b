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
  /// Starts that are late by less than this share of the time of service do not change what is measured.
  package static let lateShare = 0.1
  /// Those of a burst wait for each other: late are they who wait for half as long as they are served.
  package static let burstLateShare = 0.5
  /// Of fewer starts P99 is the one that was latest, and no share of them.
  package static let leastStartsForP99 = 100

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
    guard report.count > 0 else { return [] }
    var warnings: [Warning] = []
    if case .requests(let requests) = load.limit, requests < load.users {
      warnings.append(.fewerRequestsThanUsers(requests: requests, users: load.users))
    }
    let spawned = spawned(load, by: generator.isStoppedEarly ? report.elapsed : nil)
    if !generator.isStoppedEarly {
      // Not the operations: those of a scenario may be several in an iteration.
      let made = generator.iterationCount ?? report.count
      if let planned = generator.plannedCount, made + generator.unfinishedCount < planned {
        warnings.append(
          .requestsNotMade(made, of: planned, usersNotSetUp: generator.usersNotSetUp)
        )
      }
      if spawned < load.users { warnings.append(.usersNotSpawned(spawned, of: load.users)) }
    }
    let workers = min(load.workers, spawned) - generator.usersNotSetUp
    // Who was stopped before each could have had a turn proves nothing.
    let isLong = !generator.isStoppedEarly || report.count >= workers
    if isLong, let peak = report.peakInFlight, load.thinkTime == .none, areIdle(workers, peak: peak)
    {
      warnings.append(.idleUsers(workers, peak: peak))
    }
    return warnings
  }

  /// How many users have their start within the time of the load, or before it was stopped.
  private static func spawned(_ load: ClosedLoad, by stop: Duration?) -> Int {
    let stop = stop.map(\.wholeNanoseconds) ?? .max
    let duration = min(load.duration ?? .max, stop)
    guard duration < .max, load.users > 0, duration > 0 else { return load.users }
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
    if let asked = generator.askedRate, let reached = generator.reachedRate {
      let isSlow = reached.perSecond < leastRateShare * planned(load, generator, asked).perSecond
      if generator.droppedCount > 0 || (isSlow && !generator.isStoppedEarly) {
        warnings.append(
          .rateNotReached(
            reached,
            of: asked,
            dropped: generator.droppedCount,
            maxInFlight: load.maxInFlight
          )
        )
      }
    }
    if let lateness = generator.lateness, isLate(lateness, load, report) {
      warnings.append(.lateStarts(lateness))
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

  /// Whether starts were so late that it shows, in most operations or in P99.
  ///
  /// Beside the time of service: latency contains the lateness.
  private static func isLate(_ late: Summary, _ load: OpenLoad, _ report: LoadReport) -> Bool {
    let share = load.duration > 0 ? lateShare : burstLateShare
    let service = report.serviceTime ?? report.latency
    func matters(_ lateness: Duration, beside time: Duration?) -> Bool {
      lateness.inSeconds > max(leastLateness.inSeconds, share * (time?.inSeconds ?? 0))
    }
    return matters(late.p95, beside: service?.p50)
      || (late.count >= leastStartsForP99 && matters(late.p99, beside: service?.p99))
  }
}
