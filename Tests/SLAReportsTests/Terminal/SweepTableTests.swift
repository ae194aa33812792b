// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct SweepTableTests {
  @Test func stepsStandUnderEachOther() {
    let sweep = SweepReport.fixture(
      [2: [980, 1_000, 1_020], 4: [610, 623, 636], 8: [600, 630, 640]],
      p95: [2: 263, 4: 455, 8: 612]
    )
    #expect(
      sweep.table == """
        users  runs   n  success    mean     P95     P99  throughput    95 % interval    change
            2     3  60    100 %  263 ms  263 ms  263 ms      100 /s   95.0 to 105 /s         -
            4     3  60    100 %  455 ms  455 ms  455 ms     62.3 /s  59.1 to 65.5 /s   −37.7 %
            8     3  60    100 %  612 ms  612 ms  612 ms     62.3 /s  57.2 to 67.5 /s  +0.1 % ~

        """
    )
  }

  @Test func whatIsMissingReadsADash() {
    let good = SweepReport.fixture([1: [100]]).steps
    let bad = [
      SweepReport.Step(users: 2, runs: [.fixture(failures: ["refused": 3])]),
      SweepReport.Step(users: 4),
    ]
    #expect(
      SweepReport("a", good + bad).table == """
        users   n  success     mean      P95      P99  throughput  95 % interval      change
            1  20    100 %  1.00 ms  1.00 ms  1.00 ms     10.0 /s              -           -
            2   3      0 %        -        -        -        0 /s              -  −100.0 % ~  !
            4   0        -        -        -        -           -              -           -  !

        """
    )
  }
}
