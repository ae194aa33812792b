// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Something to know before trusting a figure, with what to do about it.
///
/// Warnings are values inside results; the library prints none by itself.
public struct Warning: Sendable, Hashable, CustomStringConvertible {
  /// Every reason to warn; one place renders them.
  enum Reason: Hashable {
    case negativeDurations(Int)
    case clockSteps(Int)
    case beyondRange(Int)
    case fewerRequestsThanUsers(requests: Int, users: Int)
    case requestsNotMade(count: Int, requests: Int, usersNotSetUp: Int)
    case idleUsers(users: Int, peak: Int)
    case tooFewSamples(metric: String, count: Int, needed: Int)
    case notCertain(requirement: String, count: Int, confidence: Double, needed: Int?)
    case withinDeadband(requirement: String)
    case failuresNotAllowed
    case usersNotSpawned(count: Int, users: Int)
    case usersNotSetUp(count: Int, users: Int)
    case usersNotTornDown(count: Int, users: Int, reason: FailureKind)
    case rateNotReached(reached: Rate, asked: Rate, dropped: Int, maxInFlight: Int)
    case lateStarts(p50: Duration, p95: Duration, p99: Duration, max: Duration)
    case busyProcess(cores: Double, allowed: Int, inFlight: Int)
    case queueForCores(ready: Double, allowed: Int, inFlight: Int)
    case busyThread(share: Double, inFlight: Int)
    case runQueue(delay: Duration, latency: Duration)
    case otherProcess(waited: Duration, elapsed: Duration, used: Double)
    case sanitizers([String])
    case unfinished(count: Int, abandoned: Int, gracePeriod: Duration)
    case notSettled(limit: Duration)
    case probeGaps(name: String, count: Int, reason: String)
    case tooManyNames(limit: Int)
    case overran(count: Int, inFlight: Int, users: Int)
    case madeNothing
    case allFailed(count: Int, reason: FailureKind)
    case lostSegments(count: Int)
    case tooManySegments(limit: Int)
    case scaledLoad(scale: Double, load: String)
    case smokeRun
    case nothingRun
    case requestsSentAgain(count: Int, requests: Int)
    case slowFirstRun(command: String, first: Duration, median: Duration)
    case shellStart(Duration)
    case unpreparedColdRuns(command: String)
    case truncatedOutput(command: String, runs: Int)
    case sampledMemory(command: String, seen: ByteSize, bound: ByteSize)
    case failedItems(FailureKind, examples: String)
    case unprocessedItems(count: Int, items: Int)
    case itemsAtWork(count: Int)
    case retriedItems(count: Int, retries: Int, exhausted: Int, limit: Int)
    indirect case inPhase(String, Warning)
    indirect case inWarmUp(Warning)
  }

  let reason: Reason

  /// Durations came out negative.
  package static func negativeDurations(_ count: Int) -> Warning {
    Warning(reason: .negativeDurations(count))
  }

  /// The clock stepped back during operations.
  package static func clockSteps(_ count: Int) -> Warning { Warning(reason: .clockSteps(count)) }

  /// Durations were beyond the range of a recorder.
  package static func beyondRange(_ count: Int) -> Warning { Warning(reason: .beyondRange(count)) }

  /// All that is to be known of what is no duration within the range.
  package static func all(of irregularities: Irregularities) -> [Warning] {
    let counted: [(Int, (Int) -> Warning)] = [
      (irregularities.negative, negativeDurations), (irregularities.clockSteps, clockSteps),
      (irregularities.beyondRange, beyondRange),
    ]
    return counted.filter { $0.0 > 0 }.map { count, warning in warning(count) }
  }

  /// There were too few requests to keep all users busy.
  package static func fewerRequestsThanUsers(requests: Int, users: Int) -> Warning {
    Warning(reason: .fewerRequestsThanUsers(requests: requests, users: users))
  }

  /// Fewer operations ran than were asked for.
  package static func requestsNotMade(
    _ count: Int,
    of requests: Int,
    usersNotSetUp: Int = 0
  ) -> Warning {
    Warning(
      reason: .requestsNotMade(count: count, requests: requests, usersNotSetUp: usersNotSetUp)
    )
  }

  /// Users did not run at once as asked.
  package static func idleUsers(_ users: Int, peak: Int) -> Warning {
    Warning(reason: .idleUsers(users: users, peak: peak))
  }

  /// A percentile was read off fewer samples than it is a share of.
  package static func tooFewSamples(metric: String, count: Int, needed: Int) -> Warning {
    Warning(reason: .tooFewSamples(metric: metric, count: count, needed: needed))
  }

  /// A requirement was kept or missed by a sample that leaves it open whether that is so of all operations.
  package static func notCertain(
    _ requirement: String,
    count: Int,
    confidence: Double,
    needed: Int?
  ) -> Warning {
    Warning(
      reason: .notCertain(
        requirement: requirement,
        count: count,
        confidence: confidence,
        needed: needed
      )
    )
  }

  /// A limit was missed by no more than its deadband.
  package static func withinDeadband(_ requirement: String) -> Warning {
    Warning(reason: .withinDeadband(requirement: requirement))
  }

  /// Operations failed, and no requirement says how many may.
  package static let failuresNotAllowed = Warning(reason: .failuresNotAllowed)
}
