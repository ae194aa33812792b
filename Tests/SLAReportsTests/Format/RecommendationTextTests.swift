// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates
@testable import SLAReports

@Suite struct RecommendationTextTests {
  private func matrix(_ rows: [(String, [Int])], failing fault: String? = nil) -> MatrixReport {
    MatrixReport(
      rows.map { name, longest in
        var row = MatrixReport.Row(name, profile: nil)
        row.runs = longest.map { longest in
          .fixture(name, latencies: (0..<200).map { .milliseconds(longest - 199 + $0) })
        }
        if longest.isEmpty, let fault { row.faults = [FailureKind(fault)] }
        return row
      }
    )
  }

  private func text(
    _ matrix: MatrixReport,
    by metric: Metric<Duration> = .p95
  ) -> String {
    "\(matrix.recommended(meeting: [.p95 <= .milliseconds(400)], by: metric))"
  }

  @Test func theBestIsNamedWithTiesAndWhyOthersAreNone() {
    let matrix = matrix(
      [("baseline", [300]), ("fast", [304]), ("slow", [390]), ("high", [455]), ("broken", [])],
      failing: "port in use"
    )
    #expect(
      text(matrix) == """
        baseline: the lowest p95 of 3 that meet the SLA, 290 ms (95 % interval 284 ms to 297 ms); \
        fast, 294 ms (95 % interval 288 ms to 301 ms), cannot be told from it
        high: p95 <= 400 ms: missed, 11.2 % over (445 ms)
        broken: failed: port in use
        """
    )
  }

  @Test func theOnlyOneSaysSo() {
    #expect(
      text(matrix([("a", [300]), ("b", [900])])) == """
        a: the only one of 2 that meets the SLA, with a p95 of 290 ms (95 % interval 284 ms to 297 ms)
        b: p95 <= 400 ms: missed, 2.23 × the limit (890 ms)
        """
    )
  }

  @Test func noneSaysWhy() {
    #expect(
      text(matrix([("b", [900])])) == """
        none of 1 meets the SLA
        b: p95 <= 400 ms: missed, 2.23 × the limit (890 ms)
        """
    )
  }

  @Test func chanceIsSaidWhereNothingTellsTheInterval() {
    #expect(
      text(matrix([("a", [300]), ("b", [380])]), by: .mean) == """
        a: the lowest mean of 2 that meet the SLA, 200 ms; chance may have decided, for one run does not tell what it \
        lies in: repeat it
        """
    )
  }

  @Test func aChoiceOfTheFewestSaysThatItIsNotTheHighest() {
    func candidate(_ users: Int, _ rate: Double) -> Recommendation<Int>.Candidate {
      .init(
        users,
        "\(users) users",
        .rate(.perSecond(rate)),
        MetricInterval(
          lower: .rate(.perSecond(rate - 2)),
          upper: .rate(.perSecond(rate + 2)),
          confidence: 0.95
        )
      )
    }
    let choice = Recommendation(
      [candidate(10, 98), candidate(25, 100)],
      by: .throughput(withFailures: false),
      of: []
    ) { _, _ in true }
    #expect(
      "\(choice)" == """
        10 users: 98.0 /s (95 % interval 96.0 /s to 100 /s) is shown to be at most 10 % from the highest throughput of 2 \
        that meet the SLA, that of 25 users, 100 /s (95 % interval 98.0 /s to 102 /s)
        """
    )
  }

  @Test func nothingTimedIsNothingRecommended() {
    var row = MatrixReport.Row("a", profile: nil)
    row.runs = [.fixture(latencies: [.milliseconds(1)], warnings: [.smokeRun])]
    #expect(
      text(MatrixReport([row])) == "nothing is recommended: by SLA_MODE, nothing was timed"
    )
  }

  @Test func whatIsNoGroundToChooseBySaysWhy() {
    var (idle, once) = (
      MatrixReport.Row("idle", profile: nil), MatrixReport.Row("once", profile: nil)
    )
    idle.runs = [
      .fixture(latencies: [.milliseconds(1)], warnings: [.idleUsers(20, peak: 2)])
    ]
    once.runs = [.fixture(latencies: [.milliseconds(1)])]
    once.faults = [FailureKind("refused")]
    let lines = text(MatrixReport([idle, once])).split(separator: "\n")
    #expect(lines[1].hasPrefix("idle: its load was not valid: at most 2 of 20 users ran at once"))
    #expect(lines[2] == "once: failed in 1 of 2 rounds: refused")
  }
}
