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
    #expect(try all.map { try $0.value(in: report, for: .lessOrEqual) } == expected)
  }

  @Test func nothingMeasuredHasNoFigureAtAll() {
    for quantity in all {
      #expect(throws: Indecision.nothingMeasured) {
        try quantity.value(in: .fixture(), for: .lessOrEqual)
      }
    }
  }

  @Test func fastFailuresAreNoLatency() throws {
    let report = LoadReport.fixture(failures: ["status 503": 5])
    for quantity in all
    where quantity != .errorRate && quantity != .successRate && quantity != .throughput {
      #expect(throws: Indecision.nothingSucceeded(failed: 5)) {
        try quantity.value(in: report, for: .lessOrEqual)
      }
    }
    #expect(try Quantity.errorRate.value(in: report, for: .lessOrEqual) == .share(1))
    #expect(try Quantity.successRate.value(in: report, for: .lessOrEqual) == .share(0))
    #expect(try Quantity.throughput.value(in: report, for: .lessOrEqual) == .rate(.perSecond(0)))
  }

  @Test func noTimeElapsedHasNoThroughput() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(3), elapsed: .zero)
    #expect(throws: Indecision.noTimeElapsed) {
      try Quantity.throughput.value(in: report, for: .lessOrEqual)
    }
  }

  @Test func unknownTimesHaveNoThroughput() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(3), elapsed: nil)
    #expect(throws: Indecision.timesUnknown) {
      try Quantity.throughput.value(in: report, for: .lessOrEqual)
    }
  }

  @Test func negativeDurationsAreNeitherLatencyNorThroughput() throws {
    let report = LoadReport.fixture(latencies: [.milliseconds(-1), .milliseconds(-2)])
    for quantity in all where !quantity.limitsFailures {
      #expect(throws: Indecision.nothingMeasurable(2)) {
        try quantity.value(in: report, for: .lessOrEqual)
      }
    }
    #expect(try Quantity.errorRate.value(in: report, for: .lessOrEqual) == .share(0))
  }

  /// 8,000 of exactly 300 ms and 1,000 of 400 ms: the median is known to lie in a bucket only.
  @Test func inexactPercentilesAreReadAgainstTheirLimit() throws {
    let latencies =
      Array(repeating: Duration.milliseconds(300), count: 8_000)
      + Array(repeating: .milliseconds(400), count: 1_000)
    // The minimum bounds the lowest bucket: a shorter one moves it away.
    let report = LoadReport.fixture(latencies: latencies + [.milliseconds(1)])
    let median = Quantity.percentile(0.5)
    let upper = try #require(try median.value(in: report, for: .lessOrEqual).duration)
    let lower = try #require(try median.value(in: report, for: .greaterOrEqual).duration)
    #expect(lower <= .milliseconds(300) && .milliseconds(300) < upper)
    #expect((upper - lower) * 1_000 <= lower)
  }

  @Test func namesAreCanonical() {
    #expect(
      all.map(\.description) == ["p95", "mean", "max", "error rate", "success rate", "throughput"]
    )
    #expect("\(Quantity.percentile(0.5)) \(Quantity.percentile(0.999))" == "p50 p99.9")
    #expect(all.filter(\.limitsFailures) == [.errorRate, .successRate])
  }
}
