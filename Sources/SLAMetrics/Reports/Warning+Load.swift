// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What is to be known of a load, and of the machine that offered it.
extension Warning {
  /// The load was over before all users had started.
  package static func usersNotSpawned(_ count: Int, of users: Int) -> Warning {
    Warning(reason: .usersNotSpawned(count: count, users: users))
  }

  /// Users could not be set up, and made no operations.
  package static func usersNotSetUp(_ count: Int, of users: Int) -> Warning {
    Warning(reason: .usersNotSetUp(count: count, users: users))
  }

  /// Users could not be torn down.
  package static func usersNotTornDown(
    _ count: Int,
    of users: Int,
    reason: FailureKind
  ) -> Warning {
    Warning(reason: .usersNotTornDown(count: count, users: users, reason: reason))
  }

  /// Fewer arrivals started than were planned.
  package static func rateNotReached(
    _ reached: Rate,
    of asked: Rate,
    dropped: Int,
    maxInFlight: Int
  ) -> Warning {
    Warning(
      reason: .rateNotReached(
        reached: reached,
        asked: asked,
        dropped: dropped,
        maxInFlight: maxInFlight
      )
    )
  }

  /// Operations began late after their planned starts.
  package static func lateStarts(_ lateness: Summary) -> Warning {
    Warning(
      reason: .lateStarts(
        p50: lateness.p50,
        p95: lateness.p95,
        p99: lateness.p99,
        max: lateness.max
      )
    )
  }

  /// The process had hardly a core left.
  package static func busyProcess(cores: Double, of allowed: Int, inFlight: Int) -> Warning {
    Warning(reason: .busyProcess(cores: cores, allowed: allowed, inFlight: inFlight))
  }

  /// On average as many threads of the process were ready to run as there are cores, or more.
  package static func queueForCores(ready: Double, of allowed: Int, inFlight: Int) -> Warning {
    Warning(reason: .queueForCores(ready: ready, allowed: allowed, inFlight: inFlight))
  }

  /// One thread of the process had no time left.
  package static func busyThread(share: Double, inFlight: Int) -> Warning {
    Warning(reason: .busyThread(share: share, inFlight: inFlight))
  }

  /// Threads of the process waited long for a core.
  package static func runQueue(delay: Duration, latency: Duration) -> Warning {
    Warning(
      reason: .runQueue(delay: delay.inWholeNanoseconds, latency: latency.inWholeNanoseconds)
    )
  }

  /// Threads of the process waited long for a core that another process used.
  ///
  /// - Parameters:
  ///   - waited: How long, all together.
  ///   - elapsed: How long the load lasted.
  ///   - used: The share of its cores that the process used itself, in `0...1`.
  /// - Returns: The warning.
  package static func otherProcess(
    waited: Duration,
    of elapsed: Duration,
    used: Double
  ) -> Warning {
    Warning(
      reason: .otherProcess(
        waited: waited.inWholeNanoseconds,
        elapsed: elapsed.inWholeNanoseconds,
        used: used
      )
    )
  }

  /// The process runs under sanitizers.
  package static func sanitizers(_ names: [String]) -> Warning {
    Warning(reason: .sanitizers(names))
  }

  /// Operations were not done at the end of the grace period.
  package static func unfinished(
    _ count: Int,
    abandoned: Int,
    gracePeriod: Duration
  ) -> Warning {
    Warning(
      reason: .unfinished(
        count: count,
        abandoned: abandoned,
        gracePeriod: gracePeriod.inWholeNanoseconds
      )
    )
  }

  /// Operations went on after their timeout, beside those that were made since.
  package static func overran(_ count: Int, inFlight: Int, of users: Int) -> Warning {
    Warning(reason: .overran(count: count, inFlight: inFlight, users: users))
  }

  /// No operation ended.
  package static let madeNothing = Warning(reason: .madeNothing)

  /// No operation succeeded.
  package static func allFailed(_ count: Int, reason: FailureKind) -> Warning {
    Warning(reason: .allFailed(count: count, reason: reason))
  }

  /// What the load set going did not come to rest in time.
  package static func notSettled(limit: Duration) -> Warning {
    Warning(reason: .notSettled(limit: limit.inWholeNanoseconds))
  }

  /// A probe has no readings for some time.
  package static func probeGaps(_ name: String, count: Int, reason: String) -> Warning {
    Warning(reason: .probeGaps(name: name, count: count, reason: reason))
  }

  /// There are more names of operations than are told apart.
  package static func tooManyNames(limit: Int) -> Warning {
    Warning(reason: .tooManyNames(limit: limit))
  }

  /// Calls of segments are in no figure.
  package static func lostSegments(_ count: Int) -> Warning {
    Warning(reason: .lostSegments(count: count))
  }

  /// There are more names of segments than are told apart.
  package static func tooManySegments(limit: Int) -> Warning {
    Warning(reason: .tooManySegments(limit: limit))
  }

  /// The environment has the load shorter or longer than it is written.
  package static func scaledLoad(by scale: Double, of load: String) -> Warning {
    Warning(reason: .scaledLoad(scale: scale, load: load))
  }

  /// The environment has each operation run once.
  package static let smokeRun = Warning(reason: .smokeRun)

  /// The environment has nothing run.
  package static let nothingRun = Warning(reason: .nothingRun)

  /// Whether it is a doubt about times alone, which is none where those are not judged.
  package var concernsTimesAlone: Bool {
    switch reason {
    case .lateStarts, .busyProcess, .queueForCores, .busyThread, .runQueue, .otherProcess,
      .sanitizers:
      true
    case .inPhase(_, let warning): warning.concernsTimesAlone
    default: false
    }
  }

  /// Requests met a kept connection that the service had closed, and were sent a second time.
  package static func requestsSentAgain(_ count: Int, of requests: Int) -> Warning {
    Warning(reason: .requestsSentAgain(count: count, requests: requests))
  }

  /// Items of a batch failed.
  package static func failedItems(_ kind: FailureKind, _ examples: String) -> Warning {
    Warning(reason: .failedItems(kind, examples: examples))
  }

  /// Items of a batch were not processed.
  package static func unprocessedItems(_ count: Int, of items: Int) -> Warning {
    Warning(reason: .unprocessedItems(count: count, items: items))
  }

  /// Items of a batch went on after the batch.
  package static func itemsAtWork(_ count: Int) -> Warning {
    Warning(reason: .itemsAtWork(count: count))
  }

  /// Items of a batch were tried again.
  package static func retriedItems(_ retries: ItemRetries) -> Warning {
    Warning(
      reason: .retriedItems(
        count: retries.itemCount,
        retries: retries.retryCount,
        exhausted: retries.exhaustedCount,
        limit: retries.limit
      )
    )
  }

  /// The same of a phase of a load.
  package func inPhase(_ name: String) -> Warning { Warning(reason: .inPhase(name, self)) }

  /// The same of what went before the figures began.
  package var inWarmUp: Warning { Warning(reason: .inWarmUp(self)) }

  /// Whether the load was not the one that was asked for, or the machine could not offer it, so that figures do not
  /// tell of what is tested alone.
  package var isInvalidLoad: Bool {
    switch reason {
    case .requestsNotMade, .idleUsers, .fewerRequestsThanUsers, .usersNotSpawned, .usersNotSetUp,
      .rateNotReached, .lateStarts, .busyProcess, .queueForCores, .busyThread, .runQueue,
      .otherProcess, .overran, .sanitizers, .unfinished, .clockSteps, .unprocessedItems,
      .itemsAtWork:
      true
    case .inPhase(_, let warning): warning.isInvalidLoad
    // What it left behind went on beside the load.
    case .inWarmUp(let warning): warning.isInvalidLoad
    default: false
    }
  }

  /// Whether it says that the environment had less run than is written, or more.
  package var isOfMode: Bool {
    switch reason {
    case .scaledLoad, .smokeRun, .nothingRun: true
    default: false
    }
  }

  /// Whether it is about the size of a sample.
  package var isOfSample: Bool {
    switch reason {
    case .tooFewSamples, .notCertain: true
    default: false
    }
  }
}
