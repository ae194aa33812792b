// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct MetricTests {
  @Test func shorthandsAreTheirPercentiles() {
    #expect(Metric.p50 == .percentile(0.5) && Metric.p90 == .percentile(0.9))
    #expect(Metric.p95 == .percentile(0.95) && Metric.p99 == .percentile(0.99))
  }

  @Test func percentInsteadOfAShareTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Metric.percentile(99.9)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("quantile must be in 0...1, as 0.95 for the 95th percentile (was 99.9)"))
  }
}
