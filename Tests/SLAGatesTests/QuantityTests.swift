// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct QuantityTests {
  private let all: [Quantity] = [
    .percentile(0.95), .mean, .max, .errorRate, .successRate, .throughput,
  ]

  @Test func figuresOfARun() throws {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(20),
      failures: ["status 503": 5],
      elapsed: .seconds(2)
    )
    // 20 successes of 1…20 ms, 5 failures, in 2 s.
    let expected: [MetricValue] = [
      .duration(.milliseconds(19)), .duration(.microseconds(10_500)), .duration(.milliseconds(20)),
      .share(0.2), .share(0.8), .rate(.perSecond(10)),
    ]
    #expect(try all.map { try $0.value(in: report) } == expected)
  }

  @Test func nothingMeasuredHasNoFigureAtAll() {
    for quantity in all {
      #expect(throws: Quantity.Absence.nothingMeasured) { try quantity.value(in: .fixture()) }
    }
  }

  @Test func fastFailuresAreNoLatency() throws {
    let report = LoadReport.fixture(failures: ["status 503": 5])
    for quantity in all
    where quantity != .errorRate && quantity != .successRate && quantity != .throughput {
      #expect(throws: Quantity.Absence.nothingSucceeded(failed: 5)) {
        try quantity.value(in: report)
      }
    }
    #expect(try Quantity.errorRate.value(in: report) == .share(1))
    #expect(try Quantity.successRate.value(in: report) == .share(0))
    #expect(try Quantity.throughput.value(in: report) == .rate(.perSecond(0)))
  }

  @Test func noTimeElapsedHasNoThroughput() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(3), elapsed: .zero)
    #expect(throws: Quantity.Absence.noTimeElapsed(count: 3)) {
      try Quantity.throughput.value(in: report)
    }
  }

  @Test func namesAreCanonical() {
    #expect(
      all.map(\.description) == ["p95", "mean", "max", "error rate", "success rate", "throughput"]
    )
    #expect("\(Quantity.percentile(0.5)) \(Quantity.percentile(0.999))" == "p50 p99.9")
    #expect(all.filter(\.limitsFailures) == [.errorRate, .successRate])
  }
}
