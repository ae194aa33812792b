// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct VerdictTableTests {
  /// The gates of a pilot, missed ones first, target and actual side by side.
  static let pilot = """
    requirement                        target     actual  verdict
    throttled rate of harvest_auto     < 10 %     92.1 %  missed, 82.1 percentage points over
    error rate excluding harvest_auto  < 2 %      0 %     met, 2.00 percentage points margin
    p95 of recipes_search              < 1200 ms  760 ms  met, 36.7 % margin
    """

  @Test func verdictIsDescribedInALine() {
    let report = LoadReport.fixture("search", latencies: LoadReport.ramp(100))
    #expect(
      "\((Metric.p95 <= .milliseconds(125)).verdict(on: report))"
        == "p95 <= 125 ms: met, 24.0 % margin (95.0 ms)"
    )
    #expect(
      "\((Metric.p95 <= .milliseconds(76)).verdict(on: report))"
        == "p95 <= 76 ms: missed, 25.0 % over (95.0 ms)"
    )
    #expect(
      "\((Metric.p95 <= .milliseconds(76)).on("pay").verdict(on: report))"
        == "p95 of pay <= 76 ms: undecided: there is no operation \"pay\"; there are \"search\""
    )
  }
}
