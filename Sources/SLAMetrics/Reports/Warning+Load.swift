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
    Warning(reason: .lateStarts(p50: lateness.p50, p95: lateness.p95, max: lateness.max))
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
    Warning(reason: .runQueue(delay: delay, latency: latency))
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
      reason: .unfinished(count: count, abandoned: abandoned, gracePeriod: gracePeriod)
    )
  }

  /// What the load set going did not come to rest in time.
  package static func notSettled(limit: Duration) -> Warning {
    Warning(reason: .notSettled(limit: limit))
  }

  /// A probe has no readings for some time.
  package static func probeGaps(_ name: String, count: Int, reason: String) -> Warning {
    Warning(reason: .probeGaps(name: name, count: count, reason: reason))
  }

  /// There are more names of operations than are told apart.
  package static func tooManyNames(limit: Int) -> Warning {
    Warning(reason: .tooManyNames(limit: limit))
  }

  /// Requests met a kept connection that the service had closed, and were sent a second time.
  package static func requestsSentAgain(_ count: Int, of requests: Int) -> Warning {
    Warning(reason: .requestsSentAgain(count: count, requests: requests))
  }

  /// The same of a phase of a load.
  package func inPhase(_ name: String) -> Warning { Warning(reason: .inPhase(name, self)) }
}
