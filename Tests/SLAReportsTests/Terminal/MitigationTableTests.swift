// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct MitigationTableTests {
  @Test func changesAreInPercentWithTheirSign() {
    let before = LoadReport.segmented([
      ("lock_wait", [.microseconds(40_650)]), ("write", [.milliseconds(2)]),
      ("gone", [.seconds(1)]),
    ])
    let after = LoadReport.segmented([
      ("lock_wait", [.microseconds(770)]), ("write", [.milliseconds(3)]),
    ])
    #expect(
      after.compared(to: before).table == """
        operation  segment    P95 before  P95 after   change
        ingest                    1.04 s    3.77 ms  −99.6 %
        ingest     lock_wait     40.6 ms     770 µs  −98.1 %
        ingest     write         2.00 ms    3.00 ms  +50.0 %
        ingest     gone           1.00 s          -        -

        """
    )
  }
}
