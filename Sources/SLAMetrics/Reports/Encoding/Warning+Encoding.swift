// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded as its kind, its text, and what the kind has of figures; the text is not read back.
extension Warning: EncodedPart {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: WarningKey.self)
    let (kind, fields) = encoded
    try container.encode(kind, forKey: .kind)
    try container.encode(description, forKey: .text)
    for (key, field) in fields { try field.encode(into: &container, key) }
  }

  init(from decoder: any Decoder) throws {
    try decoder.checkDepth(of: WarningKey.warning)
    let container = try decoder.container(keyedBy: WarningKey.self)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = WarningKind(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind,
        in: container,
        debugDescription: "no kind of warning \"\(name)\"; docs/report-format.md lists them"
      )
    }
    self.init(reason: try WarningFields(container, decoder).reason(of: kind))
  }

  private typealias Fields = [WarningKey: WarningField]

  /// The kind and the figures, in one switch, so that no warning can be forgotten.
  private var encoded: (WarningKind, Fields) {
    switch reason {
    case .negativeDurations(let count): (.negativeDurations, [.count: .whole(count)])
    case .clockSteps(let count): (.clockSteps, [.count: .whole(count)])
    case .beyondRange(let count): (.beyondRange, [.count: .whole(count)])
    case .tooManyNames(let limit): (.tooManyNames, [.limit: .whole(limit)])
    case .lostSegments(let count): (.lostSegments, [.count: .whole(count)])
    case .tooManySegments(let limit): (.tooManySegments, [.limit: .whole(limit)])
    case .failuresNotAllowed: (.failuresNotAllowed, [:])
    case .madeNothing: (.madeNothing, [:])
    case .smokeRun: (.smokeRun, [:])
    case .nothingRun: (.nothingRun, [:])
    case .sanitizers(let names): (.sanitizers, [.names: .texts(names)])
    case .withinDeadband(let requirement):
      (.withinDeadband, [.requirement: .text(requirement)])
    case .tooFewSamples(let metric, let count, let needed):
      (
        .tooFewSamples,
        [.metric: .text(metric), .count: .whole(count), .needed: .whole(needed)]
      )
    case .notCertain(let requirement, let count, let confidence, let needed):
      (
        .notCertain,
        [
          .requirement: .text(requirement), .count: .whole(count),
          .confidence: .number(confidence),
        ].merging(needed.map { [.needed: .whole($0)] } ?? [:]) { $1 }
      )
    case .failedItems(let failure, let examples):
      (.failedItems, Self.fields(failure, [.examples: .text(examples)]))
    case .unprocessedItems(let count, let items):
      (.unprocessedItems, [.count: .whole(count), .items: .whole(items)])
    case .itemsAtWork(let count): (.itemsAtWork, [.count: .whole(count)])
    case .retriedItems(let count, let retries, let exhausted, let limit):
      (
        .retriedItems,
        [
          .count: .whole(count), .retries: .whole(retries), .exhausted: .whole(exhausted),
          .limit: .whole(limit),
        ]
      )
    case .inPhase(let phase, let warning):
      (.inPhase, [.phase: .text(phase), .warning: .warning(warning)])
    case .inWarmUp(let warning): (.inWarmUp, [.warning: .warning(warning)])
    case .fewerRequestsThanUsers(let requests, let users):
      (.fewerRequestsThanUsers, [.requests: .whole(requests), .users: .whole(users)])
    case .requestsNotMade(let count, let requests, let usersNotSetUp):
      (
        .requestsNotMade,
        [
          .count: .whole(count), .requests: .whole(requests),
          .usersNotSetUp: .whole(usersNotSetUp),
        ]
      )
    case .idleUsers(let users, let peak):
      (.idleUsers, [.users: .whole(users), .peak: .whole(peak)])
    case .usersNotSpawned(let count, let users):
      (.usersNotSpawned, [.count: .whole(count), .users: .whole(users)])
    case .usersNotSetUp(let count, let users):
      (.usersNotSetUp, [.count: .whole(count), .users: .whole(users)])
    case .usersNotTornDown(let count, let users, let failure):
      (
        .usersNotTornDown,
        Self.fields(failure, [.count: .whole(count), .users: .whole(users)])
      )
    case .rateNotReached(let reached, let asked, let dropped, let maxInFlight):
      (
        .rateNotReached,
        [
          .reachedPerSecond: .rate(reached), .askedPerSecond: .rate(asked),
          .dropped: .whole(dropped),
          .maxInFlight: .whole(maxInFlight),
        ]
      )
    case .unfinished(let count, let abandoned, let gracePeriod):
      (
        .unfinished,
        [
          .count: .whole(count), .abandoned: .whole(abandoned),
          .gracePeriodNanoseconds: .time(gracePeriod),
        ]
      )
    case .overran(let count, let inFlight, let users):
      (.overran, [.count: .whole(count), .inFlight: .whole(inFlight), .users: .whole(users)])
    case .allFailed(let count, let failure):
      (.allFailed, Self.fields(failure, [.count: .whole(count)]))
    case .scaledLoad(let scale, let load):
      (.scaledLoad, [.scale: .number(scale), .load: .text(load)])
    case .requestsSentAgain(let count, let requests):
      (.requestsSentAgain, [.count: .whole(count), .requests: .whole(requests)])
    case .lateStarts(let p50, let p95, let p99, let max):
      (
        .lateStarts,
        [
          .p50Nanoseconds: .time(p50), .p95Nanoseconds: .time(p95), .p99Nanoseconds: .time(p99),
          .maxNanoseconds: .time(max),
        ]
      )
    case .busyProcess(let cores, let allowed, let inFlight):
      (
        .busyProcess,
        [.cores: .number(cores), .allowed: .whole(allowed), .inFlight: .whole(inFlight)]
      )
    case .queueForCores(let ready, let allowed, let inFlight):
      (
        .queueForCores,
        [.ready: .number(ready), .allowed: .whole(allowed), .inFlight: .whole(inFlight)]
      )
    case .busyThread(let share, let inFlight):
      (.busyThread, [.share: .number(share), .inFlight: .whole(inFlight)])
    case .runQueue(let delay, let latency):
      (.runQueue, [.delayNanoseconds: .time(delay), .latencyNanoseconds: .time(latency)])
    case .otherProcess(let waited, let elapsed, let used):
      (
        .otherProcess,
        [
          .waitedNanoseconds: .time(waited), .elapsedNanoseconds: .time(elapsed),
          .used: .number(used),
        ]
      )
    case .notSettled(let limit): (.notSettled, [.limitNanoseconds: .time(limit)])
    case .probeGaps(let name, let count, let reason):
      (.probeGaps, [.name: .text(name), .count: .whole(count), .reason: .text(reason)])
    case .slowFirstRun(let command, let first, let median):
      (
        .slowFirstRun,
        [
          .command: .text(command), .firstNanoseconds: .time(first),
          .medianNanoseconds: .time(median),
        ]
      )
    case .shellStart(let median): (.shellStart, [.medianNanoseconds: .time(median)])
    case .unpreparedColdRuns(let command): (.unpreparedColdRuns, [.command: .text(command)])
    case .truncatedOutput(let command, let runs):
      (.truncatedOutput, [.command: .text(command), .runs: .whole(runs)])
    case .sampledMemory(let command, let seen, let bound):
      (
        .sampledMemory,
        [.command: .text(command), .seenBytes: .size(seen), .boundBytes: .size(bound)]
      )
    }
  }

  private static func fields(_ failure: FailureKind, _ others: Fields) -> Fields {
    others.merging([.category: .text("\(failure.category)"), .reason: .text(failure.reason)]) { $1 }
  }
}
