// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct MetricSegmentsTests {
  private let report = LoadReport.segmented([
    ("db_total", LoadReport.ramp(100)), ("parse", Array(repeating: .milliseconds(1), count: 100)),
  ])

  @Test(
    arguments: [
      (.p50(of: "db_total") <= .milliseconds(50), "p50 of segment db_total <= 50 ms"),
      (.p90(of: "a b") < .seconds(1), "p90 of segment \"a b\" < 1 s"),
      (.p95(of: "segment") > .zero, "p95 of segment \"segment\" > 0 s"),
      (
        (Metric.p99(of: "db_total") <= .milliseconds(9)).on("search").on(phase: "burst"),
        "p99 of segment db_total of search in phase burst <= 9 ms"
      ),
      (.percentile(0.999, of: "db") >= .zero, "p99.9 of segment db >= 0 s"),
    ] as [(Requirement, String)]
  )
  func theTextReadsBack(requirement: Requirement, text: String) throws {
    #expect(requirement.description == text)
    #expect(try Requirement(parsing: text) == requirement)
  }

  /// A name that was plain before is quoted, so that the text of a segment is no operation's.
  @Test func anOperationCalledSegmentIsQuoted() throws {
    let requirement = (Metric.p95 <= .seconds(1)).on("segment")
    #expect(requirement.description == "p95 of \"segment\" <= 1 s")
    #expect(try Requirement(parsing: requirement.description) == requirement)
    #expect(throws: RequirementError.self) { try Requirement(parsing: "mean of segment db < 1 s") }
  }

  @Test func percentilesAreJudgedAsClaimsAboutShares() {
    #expect((Metric.p95(of: "db_total") <= .milliseconds(95)).verdict(on: report).status == .met)
    let missed = (Metric.p95(of: "db_total") <= .milliseconds(94)).verdict(on: report)
    #expect(missed.status == .missed && missed.observed == .duration(.milliseconds(95)))
    #expect(missed.count == 100 && missed.interval?.lower == .duration(.milliseconds(90)))
    // 5 of 100 above 95 ms leave it open whether more than 5 % of all are.
    let open = (Metric.p95(of: "db_total") <= .milliseconds(95))
      .verdict(on: report, confidence: 0.95)
    #expect(open.status == .undecided)
    let sure = (Metric.p95(of: "parse") <= .milliseconds(2)).verdict(on: report, confidence: 0.95)
    #expect(sure.status == .met)
  }

  @Test func fewOperationsAreWarnedOf() {
    let few = LoadReport.segmented([("db", LoadReport.ramp(10))])
    let verdict = (Metric.p95(of: "db") <= .seconds(1)).verdict(on: few)
    #expect(
      verdict.warnings == [.tooFewSamples(metric: "p95 of segment db", count: 10, needed: 20)]
    )
  }

  @Test func aNameThatIsNotThereListsThoseThereAre() {
    let verdict = (Metric.p95(of: "db") <= .seconds(1)).verdict(on: report)
    #expect(verdict.status == .undecided)
    #expect(verdict.indecision == .noSuchSegment("db", known: ["db_total", "parse"]))
    let failed = LoadReport.fixture(latencies: [], failures: ["refused": 3])
    let nothing = (Metric.p95(of: "db") <= .seconds(1)).verdict(on: failed)
    #expect(nothing.indecision == .nothingSucceeded(failed: 3))
  }

  @Test func operationsTakenTogetherHaveTheSegmentsOfAll() {
    let every = (Metric.p95(of: "parse") <= .milliseconds(1)).onEvery().verdict(on: report)
    #expect(every.status == .met && every.parts.map(\.name) == ["ingest"])
  }
}
