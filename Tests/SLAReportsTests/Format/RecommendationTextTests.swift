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

  private func firstLine(_ matrix: MatrixReport) -> Substring? {
    text(matrix).split(separator: "\n").first
  }

  @Test func theBestIsNamedWithTiesAndWhyOthersAreNone() {
    let matrix = matrix(
      [("baseline", [300]), ("fast", [304]), ("slow", [390]), ("high", [455]), ("broken", [])],
      failing: "port in use"
    )
    #expect(
      text(matrix) == """
        baseline: the lowest p95 of 3 that meet the SLA, 290 ms (95 % interval 284 ms to 297 ms within one run); \
        fast, 294 ms (95 % interval 288 ms to 301 ms within one run), cannot be told from it
        high: p95 <= 400 ms: missed, 11.2 % over (445 ms)
        broken: failed: port in use
        """
    )
  }

  @Test func theOnlyOneSaysSo() {
    #expect(
      text(matrix([("a", [300]), ("b", [900])])) == """
        a: the only one of 2 that meets the SLA, with a p95 of 290 ms (95 % interval 284 ms to 297 ms within one run)
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

  /// Why others are none is told apart: not each of them misses the SLA.
  @Test func noneAndTheOnlyOneSayWhatIsTrueOfTheOthers() {
    let idle = LoadReport.fixture(
      latencies: [.milliseconds(1)],
      warnings: [.idleUsers(20, peak: 2)]
    )
    var rows = [MatrixReport.Row("idle", profile: nil), MatrixReport.Row("slow", profile: nil)]
    rows[0].runs = [idle]
    rows[1].runs = [.fixture(latencies: [.seconds(2)])]
    #expect(
      firstLine(MatrixReport(rows))
        == "none of 2 can be chosen: 1 has no valid load, 1 does not meet the SLA"
    )
    #expect(firstLine(MatrixReport([rows[0]])) == "none of 1 can be chosen: 1 has no valid load")
    rows += matrix([("a", [300]), ("broken", []), ("gone", [])], failing: "port in use").rows
    #expect(
      firstLine(MatrixReport(rows)) == """
        a: the only one of 5 that can be chosen, and meets the SLA, with a p95 of 290 ms \
        (95 % interval 284 ms to 297 ms within one run); of the others 1 has no valid load, \
        1 does not meet the SLA, 2 failed
        """
    )
  }

  /// Both meet the SLA, so that they are no rows that do not.
  @Test func whatHasNoSuchFigureIsSaidToHaveNone() {
    let matrix = matrix([("a", [300]), ("b", [300]), ("c", [900])])
    let choice = matrix.recommended(meeting: [.p95 <= .milliseconds(400)], by: .peak("depth"))
    #expect(
      choice.reason == "none of 3 can be chosen: 2 have no peak depth, 1 does not meet the SLA"
    )
    #expect(choice.candidates.map(\.meetsSLA) == [true, true, false])
  }

  @Test func theBestOfSeveralIsNotOfAllThatMeetTheSLAWhereOthersDoToo() {
    var idle = MatrixReport.Row("idle", profile: nil)
    idle.runs = [.fixture(latencies: [.milliseconds(1)], warnings: [.idleUsers(20, peak: 2)])]
    let rows = matrix([("a", [300]), ("b", [390])]).rows + [idle]
    #expect(
      firstLine(MatrixReport(rows)) == """
        a: the lowest p95 of 2 that meet the SLA and can be compared, 290 ms (95 % interval 284 ms to 297 ms within one run)
        """
    )
  }

  @Test func equalFiguresAreSaidToBeEqual() {
    let rows = [("a", 0), ("b", 1), ("c", 0)].map { name, depth in
      var row = MatrixReport.Row(name, profile: nil)
      let run = LoadReport.fixture(latencies: [.milliseconds(1)])
      row.runs = [run.probed("pending", [0: Double(depth)], loadEnd: 20)]
      return row
    }
    let choice = MatrixReport(rows).recommended(
      meeting: [.p95 <= .milliseconds(400)],
      by: .peak("pending")
    )
    #expect(
      choice.reason == """
        a: the lowest peak pending of 3 that meet the SLA, 0; c, 0, cannot be told from it; chance may have decided, for \
        one run does not tell what it lies in: repeat it
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
