// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates
@testable import SLAReports

@Suite struct MatrixTableTests {
  private func row(
    _ name: String,
    _ profile: String? = nil,
    _ runs: [LoadReport] = []
  ) -> MatrixReport.Row {
    var row = MatrixReport.Row(name, profile: profile)
    row.runs = runs
    return row
  }

  private func run(_ milliseconds: Int, pending: Double, drained: Duration?) -> LoadReport {
    var report = LoadReport.fixture(
      latencies: Array(repeating: .milliseconds(milliseconds), count: 240),
      elapsed: .seconds(3)
    ).probed("pending", [0: 0, 50: pending], loadEnd: 60)
    report.settling = Settling(limit: .seconds(5), duration: drained)
    return report
  }

  private let sla: SLA = [.p95 <= .milliseconds(400), .peak("pending") <= 3]

  @Test func figuresProbesAndVerdictsStandSideBySide() {
    var broken = row("broken")
    broken.faults = [FailureKind("port in use")]
    let matrix = MatrixReport([
      row("baseline", nil, [run(263, pending: 0, drained: .milliseconds(1))]),
      row("dispatch_fast", nil, [run(309, pending: 9, drained: nil)]),
      row("high_workers", nil, [run(455, pending: 1, drained: .milliseconds(3))]), broken,
    ])
    #expect(
      matrix.table(sla) == """
        configuration    n  requests/s     P95  error rate  peak pending  drained  verdict
        baseline       240     80.0 /s  263 ms         0 %             0  1.00 ms  met
        dispatch_fast  240     80.0 /s  309 ms         0 %          9.00       no  missed: peak pending <= 3
        high_workers   240     80.0 /s  455 ms         0 %          1.00  3.00 ms  missed: p95 <= 400 ms
        broken           -           -       -           -             -        -  failed: port in use

        """
    )
  }

  @Test func loadsAndRepeatsHaveColumnsOfTheirOwn() {
    var once = row("a", "burst", [.fixture(latencies: [.milliseconds(9)])])
    once.faults = [FailureKind("refused")]
    let matrix = MatrixReport([
      row("a", "calm", [5, 1, 3].map { .fixture(latencies: [.milliseconds($0)]) }), once,
    ])
    #expect(
      matrix.table() == """
        configuration  load   runs  n  requests/s      P95  error rate  verdict
        a              calm      3  3     1.00 /s  3.00 ms         0 %
        a              burst     1  1     1.00 /s  9.00 ms         0 %  failed in 1 of 2: refused

        """
    )
  }

  @Test func theWorstRunDecides() {
    let matrix = MatrixReport([
      row("a", nil, [5, 500, 3].map { .fixture(latencies: [.milliseconds($0)]) }),
      row("b", nil, [.fixture()]),
    ])
    let lines = matrix.table([.p95 <= .milliseconds(400)]).split(separator: "\n")
    #expect(lines[1].hasSuffix("missed: p95 <= 400 ms"))
    #expect(lines[2].hasSuffix("undecided: p95 <= 400 ms"))
  }

  @Test func aLoadThatWasNotTheOneAskedForIsMarked() {
    let idle = LoadReport.fixture(
      latencies: [.milliseconds(9)],
      warnings: [.idleUsers(20, peak: 2)]
    )
    let lines = MatrixReport([row("a", nil, [idle])]).table([.p95 <= .seconds(1)])
      .split(separator: "\n")
    #expect(lines[1].hasSuffix("! met"))
  }
}
