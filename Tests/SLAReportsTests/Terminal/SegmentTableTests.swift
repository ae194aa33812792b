// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct SegmentTableTests {
  @Test func aLineForEachSegmentAndTheRest() {
    let report = LoadReport.segmented([
      ("db_total", LoadReport.ramp(100)),
      ("parse", Array(repeating: .microseconds(500), count: 50)),
    ])
    #expect(
      report.segmentTable == """
        operation  segment     n  calls     mean      P50      P95      P99     max   share    self
        ingest     db_total  100   1.00  50.5 ms  50.0 ms  95.0 ms  99.0 ms  100 ms  99.5 %  99.5 %
        ingest     parse      50  0.500   500 µs   500 µs   500 µs   500 µs  500 µs  0.49 %  0.49 %
        ingest     other     100      -     0 ns     0 ns     0 ns     0 ns    0 ns     0 %     0 %

        """
    )
    #expect(LoadReport.fixture().segmentTable.isEmpty)
  }
}
