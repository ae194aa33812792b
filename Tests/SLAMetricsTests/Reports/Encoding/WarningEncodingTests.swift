// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct WarningEncodingTests {
  private static let late = Summary(nanoseconds: [1_000, 2_000, 3_000_000])

  /// One warning of each kind at least, and the names and figures that stand in its form.
  private static let warnings: [(warning: Warning, form: String)] = [
    (.negativeDurations(2), #""count":2,"kind":"negativeDurations""#),
    (.clockSteps(1), #""count":1,"kind":"clockSteps""#),
    (.beyondRange(3), #""count":3,"kind":"beyondRange""#),
    (
      .fewerRequestsThanUsers(requests: 5, users: 16),
      #""kind":"fewerRequestsThanUsers","requests":5"#
    ),
    (
      .requestsNotMade(4, of: 40, usersNotSetUp: 1),
      #""count":4,"kind":"requestsNotMade","requests":40"#
    ),
    (.idleUsers(16, peak: 2), #""kind":"idleUsers","peak":2"#),
    (
      .tooFewSamples(metric: "p95", count: 5, needed: 20),
      #""count":5,"kind":"tooFewSamples","metric":"p95","needed":20"#
    ),
    (
      .notCertain("p95 <= 3 ms", count: 5, confidence: 0.95, needed: 59),
      #""confidence":0.95,"count":5,"kind":"notCertain","needed":59"#
    ),
    (
      .notCertain("max < 3 ms", count: 5, confidence: .nan, needed: nil),
      #""confidence":"nan","count":5,"kind":"notCertain","requirement":"max < 3 ms""#
    ),
    (.withinDeadband("p95 <= 3 ms"), #""kind":"withinDeadband","requirement":"p95 <= 3 ms""#),
    (.failuresNotAllowed, #""kind":"failuresNotAllowed","text""#),
    (.usersNotSpawned(3, of: 4), #""count":3,"kind":"usersNotSpawned""#),
    (.usersNotSetUp(3, of: 4), #""count":3,"kind":"usersNotSetUp""#),
    (
      .usersNotTornDown(1, of: 4, reason: FailureKind(status: 500)),
      #""category":"server error","count":1,"kind":"usersNotTornDown","reason":"status 500""#
    ),
    (
      .rateNotReached(.perSecond(0.1), of: .perSecond(1e300), dropped: 7, maxInFlight: 8),
      #""askedPerSecond":1e+300,"dropped":7,"kind":"rateNotReached","maxInFlight":8"#
    ),
    (
      late.map(Warning.lateStarts) ?? .madeNothing,
      #""kind":"lateStarts","maxNanoseconds":3000000,"p50Nanoseconds":2000,"#
    ),
    (
      .busyProcess(cores: 1.9, of: 2, inFlight: 9),
      #""allowed":2,"cores":1.9,"inFlight":9,"kind":"busyProcess""#
    ),
    (
      .queueForCores(ready: .infinity, of: 2, inFlight: 9),
      #""inFlight":9,"kind":"queueForCores","ready":"inf""#
    ),
    (.busyThread(share: 0.97, inFlight: 9), #""kind":"busyThread","share":0.97"#),
    // A third of a nanosecond is rounded when it is warned of.
    (
      .runQueue(delay: .nanoseconds(10) / 3, latency: .milliseconds(8.2)),
      #""delayNanoseconds":3,"kind":"runQueue","latencyNanoseconds":8200000"#
    ),
    (
      .otherProcess(waited: .seconds(1), of: .seconds(3), used: 0.2),
      #""elapsedNanoseconds":3000000000,"kind":"otherProcess""#
    ),
    (.sanitizers(["thread", "address"]), #""kind":"sanitizers","names":["thread","address"]"#),
    (
      .unfinished(2, abandoned: 1, gracePeriod: .milliseconds(8.2)),
      #""abandoned":1,"count":2,"gracePeriodNanoseconds":8200000,"kind":"unfinished""#
    ),
    (
      .failedItems(.throttled, "#1 \"a\""),
      ##""category":"throttled","examples":"#1 \"a\"","kind":"failedItems","reason":"throttled""##
    ),
    (
      .retriedItems(ItemRetries(limit: 3, itemCounts: [1: 2, 3: 1], exhaustedCount: 1)),
      #""count":3,"exhausted":1,"kind":"retriedItems","limit":3,"retries":5"#
    ),
    (
      .truncatedOutput("recipectl logs", runs: 4),
      #""command":"recipectl logs","kind":"truncatedOutput","runs":4"#
    ),
    (.unprocessedItems(4, of: 9), #""count":4,"items":9,"kind":"unprocessedItems""#),
    (.itemsAtWork(2), #""count":2,"kind":"itemsAtWork""#),
    (.notSettled(limit: .seconds(2)), #""kind":"notSettled","limitNanoseconds":2000000000"#),
    (
      .probeGaps("pending", count: 2, reason: "no answer"),
      #""count":2,"kind":"probeGaps","name":"pending","reason":"no answer""#
    ),
    (.tooManyNames(limit: 9), #""kind":"tooManyNames","limit":9"#),
    (.overran(3, inFlight: 19, of: 16), #""count":3,"inFlight":19,"kind":"overran""#),
    (.madeNothing, #""kind":"madeNothing""#),
    (
      .allFailed(3, reason: .timeout),
      #""category":"timeout","count":3,"kind":"allFailed","reason":"timeout""#
    ),
    (.lostSegments(1), #""count":1,"kind":"lostSegments""#),
    (.tooManySegments(limit: 9), #""kind":"tooManySegments","limit":9"#),
    (
      .scaledLoad(by: 0.1, of: "16 users"),
      #""kind":"scaledLoad","load":"16 users","scale":0.1"#
    ),
    (.smokeRun, #""kind":"smokeRun""#),
    (.nothingRun, #""kind":"nothingRun""#),
    (.requestsSentAgain(1, of: 20), #""count":1,"kind":"requestsSentAgain","requests":20"#),
    (
      .slowFirstRun("ls", first: .seconds(2), median: .milliseconds(2)),
      #""command":"ls","firstNanoseconds":2000000000,"kind":"slowFirstRun""#
    ),
    (.shellStart(.microseconds(950)), #""kind":"shellStart","medianNanoseconds":950000"#),
    (.unpreparedColdRuns("ls"), #""command":"ls","kind":"unpreparedColdRuns""#),
    (
      .sampledMemory("ls", seen: .kilobytes(9), bound: .megabytes(120)),
      #""boundBytes":120000000,"command":"ls","kind":"sampledMemory","seenBytes":9000"#
    ),
    (
      Warning.smokeRun.inPhase("peak").inWarmUp,
      #""warning":{"kind":"inPhase","phase":"peak""#
    ),
    (
      Warning.smokeRun.inWarmUp.inPhase("peak"),
      #""kind":"inPhase","phase":"peak","text""#
    ),
  ]

  private func encoded(_ warnings: [Warning]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let report = LoadReport.fixture(warnings: warnings)
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }

  private func decoded(_ text: String) throws -> [Warning] {
    try JSONDecoder().decode(LoadReport.self, from: Data(text.utf8)).warnings
  }

  @Test func everyKindReadsBack() throws {
    var kinds: Set<String> = []
    for (warning, form) in Self.warnings {
      let text = try encoded([warning])
      #expect(text.contains(form), "\(form) is not in \(text)")
      let read = try decoded(text)
      // Not a number is not even itself.
      #expect(read == [warning] || form.contains("nan"), "\(warning)")
      #expect(read.map(\.description) == ["\(warning)"] && !read[0].description.isEmpty)
      #expect(try encoded(read) == text)
      let kind = try #require(text.firstMatch(of: /"kind":"(\w+)"/)).output.1
      kinds.insert(String(kind))
    }
    let all = Set(WarningKind.allCases.map(\.rawValue))
    #expect(kinds == all)
    let document = try ReportExample.document()
    for kind in all { #expect(document.contains("`\(kind)`"), "\(kind) is not described") }
  }

  @Test(
    arguments: [
      (#""kind":"idleUsers""#, #""kind":"idle""#, "no kind of warning \"idle\""),
      (#""kind":"idleUsers""#, #""kind":"overran""#, "count"),
      (#""peak":2"#, #""peak":-2"#, "a number must not be negative (was -2)"),
      (#""peak":2"#, #""peak":1e400"#, "dataCorrupted"),
      (#""limitNanoseconds":1"#, #""limitNanoseconds":-1"#, "a duration must not be negative"),
      (#""seenBytes":1"#, #""seenBytes":-1"#, "a number must not be negative (was -1)"),
      (#""category":"timeout""#, #""category":"late""#, "no failure category \"late\""),
      (#""askedPerSecond":2"#, #""askedPerSecond":-2"#, "a rate must be a finite number"),
    ]
  )
  func whatContradictsItselfIsRefused(text: String, change: String, message: String) throws {
    let valid = try encoded([
      .idleUsers(16, peak: 2), .notSettled(limit: .nanoseconds(1)), .allFailed(1, reason: .timeout),
      .sampledMemory("ls", seen: .bytes(1), bound: .bytes(2)),
      .rateNotReached(.perSecond(1), of: .perSecond(2), dropped: 0, maxInFlight: 8),
    ])
    let place = try #require(valid.range(of: text))
    let error = #expect(throws: DecodingError.self) {
      try decoded(valid.replacingCharacters(in: place, with: change))
    }
    #expect("\(try #require(error))".contains(message), "\(error.map { "\($0)" } ?? "")")
  }

  @Test func warningsWithinEachOtherHaveAnEnd() throws {
    let deep = (0..<8).reduce(Warning.smokeRun) { warning, _ in warning.inWarmUp }
    #expect(try decoded(encoded([deep])) == [deep])
    let text = try encoded([deep.inWarmUp])
    let error = #expect(throws: DecodingError.self) { try decoded(text) }
    let said = "\"warning\" within each other; at most 8 are read"
    #expect("\(try #require(error))".replacing("\\", with: "").contains(said))
  }
}
