// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RequirementTests {
  /// Every metric with every comparison, by its canonical text.
  @Test(arguments: [
    (Metric.p50 < .milliseconds(1), "p50 < 1 ms"), (Metric.p90 <= .seconds(2), "p90 <= 2 s"),
    (Metric.p95 <= .milliseconds(300), "p95 <= 300 ms"),
    (Metric.p99 > .microseconds(5), "p99 > 5 µs"),
    (Metric.percentile(0.999) >= .milliseconds(1_200), "p99.9 >= 1200 ms"),
    (Metric.mean < .seconds(1), "mean < 1 s"), (Metric.max <= .zero, "max <= 0 s"),
    (Metric.errorRate <= 0.005, "error rate <= 0.5 %"),
    (Metric.errorRate < 0.01, "error rate < 1 %"),
    (Metric.successRate >= 0.99, "success rate >= 99 %"),
    (Metric.successRate > 0.5, "success rate > 50 %"),
    (Metric.throughput >= .perSecond(90), "throughput >= 90 /s"),
    (Metric.throughput > .perMinute(30), "throughput > 0.5 /s"),
    (Metric.throughput <= .perSecond(1.5), "throughput <= 1.5 /s"),
    (Metric.throughput < .perSecond(1000), "throughput < 1000 /s"),
  ])
  func canonicalText(requirement: Requirement, expected: String) {
    #expect("\(requirement)" == expected)
  }

  /// `.milliseconds(8.2)` is 8.199999999999999 ms: 8.2 ms must keep it.
  @Test func limitsAreWholeNanoseconds() {
    let requirement = Metric.p95 <= .milliseconds(8.2)
    #expect("\(requirement)" == "p95 <= 8200 µs")
    let report = LoadReport.fixture(latencies: Array(repeating: .microseconds(8_200), count: 20))
    #expect(requirement.verdict(on: report).status == .met)
  }

  @Test func percentInsteadOfAShareTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Metric.errorRate <= 5
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      text.contains("the limit of the error rate is a share in 0...1, as 0.05 for 5 % (was 5.0)")
    )
  }

  @Test func limitsThatNothingCanBeJudgedByTrap() async {
    await #expect(processExitsWith: .failure) { _ = Metric.successRate >= .nan }
    await #expect(processExitsWith: .failure) { _ = Metric.successRate >= -0.1 }
    await #expect(processExitsWith: .failure) { _ = Metric.p95 <= .milliseconds(-1) }
  }
}
