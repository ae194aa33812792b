// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the figures and texts of a warning back.
struct WarningFields {
  private let container: KeyedDecodingContainer<WarningKey>
  private let decoder: any Decoder

  init(_ container: KeyedDecodingContainer<WarningKey>, _ decoder: any Decoder) {
    self.container = container
    self.decoder = decoder
  }

  /// Reads what a kind of warning has.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The reason to warn.
  /// - Throws: `DecodingError` if something is missing, or is what there cannot be.
  func reason(of kind: WarningKind) throws -> Warning.Reason {
    switch kind {
    case .negativeDurations: .negativeDurations(try whole(.count))
    case .clockSteps: .clockSteps(try whole(.count))
    case .beyondRange: .beyondRange(try whole(.count))
    case .tooManyNames: .tooManyNames(limit: try whole(.limit))
    case .lostSegments: .lostSegments(count: try whole(.count))
    case .tooManySegments: .tooManySegments(limit: try whole(.limit))
    case .failuresNotAllowed: .failuresNotAllowed
    case .madeNothing: .madeNothing
    case .smokeRun: .smokeRun
    case .nothingRun: .nothingRun
    case .sanitizers: .sanitizers(try container.decode([String].self, forKey: .names))
    case .withinDeadband: .withinDeadband(requirement: try text(.requirement))
    case .tooFewSamples:
      .tooFewSamples(
        metric: try text(.metric),
        count: try whole(.count),
        needed: try whole(.needed)
      )
    case .notCertain:
      .notCertain(
        requirement: try text(.requirement),
        count: try whole(.count),
        confidence: try container.decodeNumber(forKey: .confidence),
        needed: container.contains(.needed) ? try whole(.needed) : nil
      )
    case .failedItems: .failedItems(try failure(), examples: try text(.examples))
    case .unprocessedItems: .unprocessedItems(count: try whole(.count), items: try whole(.items))
    case .itemsAtWork: .itemsAtWork(count: try whole(.count))
    case .retriedItems:
      .retriedItems(
        count: try whole(.count),
        retries: try whole(.retries),
        exhausted: try whole(.exhausted),
        limit: try whole(.limit)
      )
    case .inPhase: .inPhase(try text(.phase), try warning())
    case .inWarmUp: .inWarmUp(try warning())
    case .fewerRequestsThanUsers:
      .fewerRequestsThanUsers(requests: try whole(.requests), users: try whole(.users))
    case .requestsNotMade:
      .requestsNotMade(
        count: try whole(.count),
        requests: try whole(.requests),
        usersNotSetUp: try whole(.usersNotSetUp)
      )
    case .idleUsers: .idleUsers(users: try whole(.users), peak: try whole(.peak))
    case .usersNotSpawned: .usersNotSpawned(count: try whole(.count), users: try whole(.users))
    case .usersNotSetUp: .usersNotSetUp(count: try whole(.count), users: try whole(.users))
    case .usersNotTornDown:
      .usersNotTornDown(
        count: try whole(.count),
        users: try whole(.users),
        reason: try failure()
      )
    case .rateNotReached:
      .rateNotReached(
        reached: try container.decodeRate(forKey: .reachedPerSecond),
        asked: try container.decodeRate(forKey: .askedPerSecond),
        dropped: try whole(.dropped),
        maxInFlight: try whole(.maxInFlight)
      )
    case .unfinished:
      .unfinished(
        count: try whole(.count),
        abandoned: try whole(.abandoned),
        gracePeriod: try time(.gracePeriodNanoseconds)
      )
    case .overran:
      .overran(
        count: try whole(.count),
        inFlight: try whole(.inFlight),
        users: try whole(.users)
      )
    case .allFailed: .allFailed(count: try whole(.count), reason: try failure())
    case .scaledLoad: .scaledLoad(scale: try number(.scale), load: try text(.load))
    case .requestsSentAgain:
      .requestsSentAgain(count: try whole(.count), requests: try whole(.requests))
    case .lateStarts:
      .lateStarts(
        p50: try time(.p50Nanoseconds),
        p95: try time(.p95Nanoseconds),
        p99: try time(.p99Nanoseconds),
        max: try time(.maxNanoseconds)
      )
    case .busyProcess:
      .busyProcess(
        cores: try number(.cores),
        allowed: try whole(.allowed),
        inFlight: try whole(.inFlight)
      )
    case .queueForCores:
      .queueForCores(
        ready: try number(.ready),
        allowed: try whole(.allowed),
        inFlight: try whole(.inFlight)
      )
    case .busyThread: .busyThread(share: try number(.share), inFlight: try whole(.inFlight))
    case .runQueue:
      .runQueue(delay: try time(.delayNanoseconds), latency: try time(.latencyNanoseconds))
    case .otherProcess:
      .otherProcess(
        waited: try time(.waitedNanoseconds),
        elapsed: try time(.elapsedNanoseconds),
        used: try number(.used)
      )
    case .notSettled: .notSettled(limit: try time(.limitNanoseconds))
    case .probeGaps:
      .probeGaps(name: try text(.name), count: try whole(.count), reason: try text(.reason))
    case .slowFirstRun:
      .slowFirstRun(
        command: try text(.command),
        first: try time(.firstNanoseconds),
        median: try time(.medianNanoseconds)
      )
    case .shellStart: .shellStart(try time(.medianNanoseconds))
    case .unpreparedColdRuns: .unpreparedColdRuns(command: try text(.command))
    case .truncatedOutput:
      .truncatedOutput(command: try text(.command), runs: try whole(.runs))
    case .sampledMemory:
      .sampledMemory(
        command: try text(.command),
        seen: try container.decodeSize(forKey: .seenBytes),
        bound: try container.decodeSize(forKey: .boundBytes)
      )
    }
  }

  private func whole(_ key: WarningKey) throws -> Int { try container.decodeWhole(forKey: key) }

  private func number(_ key: WarningKey) throws -> Double {
    try container.decodeNumber(forKey: key)
  }

  private func time(_ key: WarningKey) throws -> Duration {
    try container.decodeDuration(forKey: key)
  }

  private func text(_ key: WarningKey) throws -> String {
    try container.decode(String.self, forKey: key)
  }

  private func failure() throws -> FailureKind {
    try FailureKind(category: try text(.category), reason: try text(.reason), decoder)
  }

  private func warning() throws -> Warning {
    try container.decode(part: Warning.self, forKey: .warning)
  }
}
