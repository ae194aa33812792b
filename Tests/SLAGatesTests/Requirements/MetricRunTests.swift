// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct MetricRunTests {
  /// A run of two seconds in which 40 operations counted 120 transitions.
  private func report(
    made: Int = 40,
    planned: Int? = nil,
    unfinished: Int = 0,
    dropped: Int? = nil
  ) -> LoadReport {
    let latencies = Array(repeating: Duration.milliseconds(5), count: made)
    var report = LoadReport.fixture("ingest", latencies: latencies, elapsed: .seconds(2))
    report.count([CounterReport("transitions", count: 120), CounterReport("none", count: 0)])
    var generator = GeneratorReport()
    generator.plannedCount = planned
    generator.iterationCount = dropped == nil ? made : nil
    generator.droppedCount = dropped ?? 0
    generator.unfinishedCount = unfinished
    report.generator = generator
    return report
  }

  @Test(
    arguments: [
      (.elapsed <= .seconds(300), "elapsed <= 300 s"),
      (.count(of: "transitions") >= 3_272, "counter transitions >= 3272"),
      (.throughput(of: "transitions") >= .perSecond(3_000), "counter transitions rate >= 3000 /s"),
      (.throughput(of: "rate") > .perSecond(1), "counter \"rate\" rate > 1 /s"),
      (.count(of: "rows read") < 1, "counter \"rows read\" < 1"),
      (Metric.p95 <= .seconds(1), "p95 <= 1 s"),
    ] as [(Requirement, String)]
  )
  func theTextReadsBack(requirement: Requirement, text: String) throws {
    #expect(requirement.description == text)
    #expect(try Requirement(parsing: text) == requirement)
  }

  @Test func theTimeOfTheRunIsJudged() {
    let met = (Metric.elapsed <= .seconds(2)).verdict(on: report())
    #expect(met.status == .met && met.observed == .duration(.seconds(2)) && met.count == 40)
    #expect((Metric.elapsed < .seconds(2)).verdict(on: report()).status == .missed)
  }

  /// A run that left out a part of its operations says nothing of how long all take; one that took too long anyway does.
  @Test func aRunOfFewerOperationsThanAskedKeepsNoLimit() {
    let short = report(made: 40, planned: 818)
    #expect(
      (Metric.elapsed <= .seconds(300)).verdict(on: short).indecision == .notAllMade(40, of: 818)
    )
    #expect((Metric.elapsed <= .seconds(1)).verdict(on: short).status == .missed)
    let cut = report(made: 40, planned: 40, unfinished: 3)
    #expect((Metric.elapsed <= .seconds(300)).verdict(on: cut).indecision == .unfinished(3))
    let dropped = report(made: 40, planned: 50, dropped: 10)
    let verdict = (Metric.elapsed <= .seconds(300)).verdict(on: dropped)
    #expect(verdict.indecision == .notAllMade(40, of: 50))
    #expect((Metric.elapsed <= .seconds(2)).verdict(on: report(planned: 40)).status == .met)
  }

  @Test func aRecorderHasNoTimeOfItsRun() {
    let recorder = LoadReport.fixture(latencies: [.seconds(1)], elapsed: nil, load: nil)
    #expect((Metric.elapsed <= .seconds(9)).verdict(on: recorder).indecision == .timesUnknown)
  }

  @Test func countersAreJudged() {
    let exact = Requirement.between(.count(of: "transitions"), 120, 120)
    #expect(exact.verdict(on: report()).status == .met)
    #expect((Metric.count(of: "transitions") > 120).verdict(on: report()).status == .missed)
    #expect((Metric.count(of: "none") <= 0).verdict(on: report()).status == .met)
    let rate = (Metric.throughput(of: "transitions") >= .perSecond(60)).verdict(on: report())
    #expect(rate.status == .met && rate.observed == .rate(.perSecond(60)))
    let slow = Metric.throughput(of: "transitions") >= .perSecond(60.1)
    #expect(slow.verdict(on: report()).status == .missed)
  }

  @Test func aCounterThatIsNotThereListsThoseThereAre() {
    let verdict = (Metric.count(of: "transition") >= 1).verdict(on: report())
    #expect(verdict.indecision == .noSuchCounter("transition", known: ["transitions", "none"]))
    let operation = report().operations[0]
    let none = (Metric.count(of: "transitions") >= 1).verdict(on: operation)
    #expect(none.status == .undecided)
    let nothing = LoadReport.fixture()
    #expect((Metric.elapsed <= .seconds(1)).verdict(on: nothing).indecision == .nothingMeasured)
  }
}
