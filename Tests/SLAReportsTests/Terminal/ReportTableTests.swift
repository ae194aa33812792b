// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct ReportTableTests {
  @Test func figuresAndAVerdictForEachRequirement() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(50), elapsed: .milliseconds(250))
    let table = report.table(
      .p95 <= .milliseconds(300),
      .errorRate <= 0.01,
      .throughput >= .perSecond(500)
    )
    #expect(
      table == """
        operation     n     mean      P95      P99  error rate  requests/s  limit                 verdict
        GET /health  50  25.5 ms  48.0 ms  50.0 ms         0 %      200 /s  p95 <= 300 ms         met (48.0 ms)
                                                                            error rate <= 1 %     met (0 %)
                                                                            throughput >= 500 /s  missed (200 /s)

        """
    )
  }

  @Test func figuresOnlyWithoutRequirements() {
    #expect(
      LoadReport.fixture(latencies: [.milliseconds(3)]).table() == """
        operation    n     mean      P95      P99  error rate  requests/s
        GET /health  1  3.00 ms  3.00 ms  3.00 ms         0 %     1.00 /s

        """
    )
  }

  @Test func figuresThatDoNotExistAreDashes() {
    #expect(
      LoadReport.fixture().table(.p95 <= .seconds(1)) == """
        operation    n  mean  P95  P99  error rate  requests/s  limit       verdict
        GET /health  0     -    -    -           -           -  p95 <= 1 s  undecided (nothing was measured)

        """
    )
  }
}
