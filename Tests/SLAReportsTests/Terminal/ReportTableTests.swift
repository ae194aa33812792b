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
        operation     n     mean      P95      P99  error rate  requests/s
        GET /health  50  25.5 ms  48.0 ms  50.0 ms         0 %      200 /s

        requirement  target     actual   verdict
        throughput   >= 500 /s  200 /s   missed, 60.0 % under
        p95          <= 300 ms  48.0 ms  met, 6.25× margin
        error rate   <= 1 %     0 %      met, 1.00 percentage points margin

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

  @Test func operationsHaveALineEach() {
    let report = LoadReport.mix(
      "pilot",
      [MixedOperation("search", 100, p95: 10, p99: 20), MixedOperation("pay", 1, p95: 5, p99: 9)]
    )
    #expect(
      report.table() == """
        operation    n     mean      P95      P99  error rate  requests/s
        search     100  10.5 ms  10.0 ms  20.0 ms         0 %    0.333 /s
        pay          1  5.00 ms  5.00 ms  5.00 ms         0 %  0.00333 /s
        pilot      101  10.5 ms  10.0 ms  20.0 ms         0 %    0.337 /s

        """
    )
  }

  @Test func commandsHaveTheirTimeOnCoresAndMemoryToo() {
    let memory = PeakMemory(seen: .megabytes(12), bound: .megabytes(120))
    #expect(
      LoadReport.command(memory: [memory, memory]).table() == """
        operation  n     mean      P95      P99  error rate  cpu time  memory peak
        run        2  10.0 ms  10.0 ms  10.0 ms         0 %   6.00 ms   >= 12.0 MB

        """
    )
    let unseen = PeakMemory(seen: nil, bound: .megabytes(120))
    #expect(LoadReport.command(memory: [unseen]).table().hasSuffix("  <= 120 MB\n"))
    let exact = PeakMemory(exactly: .megabytes(12))
    #expect(LoadReport.command(memory: [exact]).table().hasSuffix("      12.0 MB\n"))
    #expect(LoadReport.command(memory: []).table().hasSuffix("  -         -            -\n"))
  }

  @Test func figuresThatDoNotExistAreDashes() {
    #expect(
      LoadReport.fixture().table(.p95 <= .seconds(1)) == """
        operation    n  mean  P95  P99  error rate  requests/s
        GET /health  0     -    -    -           -           -

        requirement  target  actual  verdict
        p95          <= 1 s  -       undecided: nothing was measured

        """
    )
  }
}
