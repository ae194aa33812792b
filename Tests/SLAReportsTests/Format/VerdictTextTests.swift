// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct VerdictTextTests {
  private let report = LoadReport.fixture(
    "search",
    latencies: LoadReport.ramp(100),
    failures: ["status 503": 25],
    elapsed: .seconds(5)
  )

  @Test(arguments: [
    // p95 is 95 ms, 20 % of 125 failed, 20 /s succeeded.
    (
      Metric.p95 <= .milliseconds(76),
      "p95 of \"search\" was 95.0 ms; the limit is 76 ms (25.0 % over)."
    ),
    (
      Metric.p95 <= .milliseconds(10),
      "p95 of \"search\" was 95.0 ms; the limit is 10 ms (9.50 × the limit)."
    ),
    (
      Metric.p95 < .milliseconds(95),
      "p95 of \"search\" was 95 ms; the limit is below 95 ms (exactly at the limit, which is excluded)."
    ),
    (Metric.max <= .zero, "max of \"search\" was 100 ms; the limit is 0 s (100 ms over)."),
    (
      Metric.mean > .seconds(1),
      "mean of \"search\" was 50.5 ms; the limit is above 1 s (95.0 % under)."
    ),
    (
      Metric.errorRate <= 0.01,
      "error rate of \"search\" was 20.0 % (25 of 125); the limit is 1 % (19.0 percentage points over)."
    ),
    (
      Metric.successRate >= 0.99,
      "success rate of \"search\" was 80.0 % (100 of 125); the limit is at least 99 % "
        + "(19.0 percentage points under)."
    ),
    (
      Metric.throughput >= .perSecond(60),
      "throughput of \"search\" was 20.0 /s; the limit is at least 60 /s (66.7 % under)."
    ),
  ])
  func headlineSaysMeasuredLimitAndByHowMuch(requirement: Requirement, expected: String) {
    let verdict = requirement.verdict(on: report)
    #expect(verdict.status == .missed)
    #expect(VerdictText.headline(of: verdict, in: report) == expected)
  }

  @Test(arguments: [
    (
      LoadReport.fixture("a"),
      "p95 of \"a\" is undecided: nothing was measured; the requirement is p95 <= 1 s."
    ),
    (
      .fixture("b", failures: ["x": 1]),
      "p95 of \"b\" is undecided: none of 1 operation succeeded; the requirement is p95 <= 1 s."
    ),
  ])
  func headlineSaysWhyNothingDecided(report: LoadReport, expected: String) {
    let verdict = (Metric.p95 <= .seconds(1)).verdict(on: report)
    #expect(VerdictText.headline(of: verdict, in: report) == expected)
  }

  @Test func inexactPercentilesAreSaidToBe() {
    let latencies =
      Array(repeating: Duration.milliseconds(300), count: 8_193) + [.milliseconds(400)]
    let report = LoadReport.fixture("d", latencies: latencies)
    let verdict = (Metric.p50 <= .milliseconds(300)).verdict(on: report)
    #expect(
      VerdictText.headline(of: verdict, in: report)
        == "p50 of \"d\" was 300.2 ms (to 0.1 %); the limit is 300 ms (0.0516 % over)."
    )
  }

  @Test func otherReasonsOfIndecisionAreSaid() {
    let untimed = LoadReport.fixture("e", latencies: LoadReport.ramp(3), elapsed: nil)
    #expect(
      VerdictText.status(of: (Metric.throughput > .perSecond(1)).verdict(on: untimed))
        == "undecided: durations were recorded without their times"
    )
    #expect(
      VerdictText.status(of: (Metric.errorRate <= 1).verdict(on: untimed))
        == "undecided: the limit promises nothing"
    )
    let negative = LoadReport.fixture("f", latencies: [.milliseconds(-1)])
    #expect(
      VerdictText.status(of: (Metric.p50 <= .seconds(1)).verdict(on: negative))
        == "undecided: none of 1 operation has a duration"
    )
  }

  @Test func noTimeElapsedIsSaid() {
    let report = LoadReport.fixture("c", latencies: LoadReport.ramp(3), elapsed: .zero)
    let verdict = (Metric.throughput >= .perSecond(1)).verdict(on: report)
    #expect(VerdictText.status(of: verdict) == "undecided: no time elapsed")
  }

  @Test func statusOfAMeetAndAMiss() {
    #expect(
      VerdictText.status(of: (Metric.p95 <= .seconds(1)).verdict(on: report)) == "met, 10.5× margin"
    )
    #expect(
      VerdictText.status(of: (Metric.p95 <= .zero).verdict(on: report)) == "missed, 95.0 ms over"
    )
  }
}
