// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

/// Every unit with every comparison, by its canonical text.
@Suite struct RequirementOperatorsTests {
  @Test func durations() {
    let requirements = [
      Metric.p95 < .milliseconds(300), .p95 <= .seconds(2), .max > .microseconds(5), .mean >= .zero,
    ]
    #expect(
      requirements.map(\.description) == [
        "p95 < 300 ms", "p95 <= 2 s", "max > 5 µs", "mean >= 0 s",
      ]
    )
  }

  @Test func sharesAsNumbers() {
    let requirements = [
      Metric.errorRate < 0.01, .errorRate <= 0.005, .successRate > 0.5, .successRate >= 0.99,
    ]
    #expect(
      requirements.map(\.description) == [
        "error rate < 1 %", "error rate <= 0.5 %", "success rate > 50 %", "success rate >= 99 %",
      ]
    )
  }

  @Test func sharesInPercent() {
    let requirements = [
      Metric.errorRate < .percent(1), .errorRate <= .percent(0.07),
      .shareWithin(.seconds(1)) > .percent(90), .degradation() >= .percent(-20),
    ]
    #expect(
      requirements.map(\.description) == [
        "error rate < 1 %", "error rate <= 0.07 %", "share within 1 s > 90 %",
        "degradation first 10 last 10 >= -20 %",
      ]
    )
    #expect((Metric.errorRate <= .percent(0.07)) == (Metric.errorRate <= 0.0007))
  }

  @Test func rates() {
    let requirements = [
      Metric.throughput < .perSecond(1_000), .throughput <= .perSecond(1.5),
      .throughput > .perMinute(30), .throughput(withFailures: true) >= .perSecond(90),
    ]
    #expect(
      requirements.map(\.description) == [
        "throughput < 1000 /s", "throughput <= 1.5 /s", "throughput > 0.5 /s",
        "throughput with failures >= 90 /s",
      ]
    )
  }

  @Test func counts() {
    let requirements = [
      Metric.failures(.timeout) < 5, .failures(reason: "queue full") <= 0, .count > 100,
      .count >= 240,
    ]
    #expect(
      requirements.map(\.description) == [
        "timeout failures < 5", "\"queue full\" failures <= 0", "count > 100", "count >= 240",
      ]
    )
  }

  @Test func sizes() {
    let requirements = [
      Metric.peakMemory < .megabytes(64), .peakMemory <= .mebibytes(64), .outputSize > .bytes(0),
      .outputSize >= .kilobytes(1_500),
    ]
    #expect(
      requirements.map(\.description) == [
        "memory peak < 64 MB", "memory peak <= 67108864 B", "output size > 0 B",
        "output size >= 1500 kB",
      ]
    )
  }

  @Test func readings() {
    let requirements = [
      Metric.peak("depth") < 10, .mean(of: "depth") <= 2.5, .last(of: "depth") > -1,
      .peak("depth") >= 1,
    ]
    #expect(
      requirements.map(\.description) == [
        "peak depth < 10", "mean depth <= 2.5", "last depth > -1", "peak depth >= 1",
      ]
    )
  }

  @Test func slopes() {
    let requirements = [
      Metric.slope(of: "rss") < 10, .slope(of: "rss") <= 0, .slope(of: "rss") > -1.5,
      .slope(of: "rss") >= 1,
    ]
    #expect(
      requirements.map(\.description) == [
        "slope rss < 10 /s", "slope rss <= 0 /s", "slope rss > -1.5 /s", "slope rss >= 1 /s",
      ]
    )
  }

  /// `.milliseconds(8.2)` is 8.199999999999999 ms: 8.2 ms must keep it.
  @Test func limitsAreWholeNanoseconds() {
    let limit = Duration.milliseconds(8.2)
    for requirement in [Metric.p95 < limit, .p95 <= limit, .p95 > limit, .p95 >= limit] {
      #expect("\(requirement)".hasSuffix(" 8200 µs"))
    }
  }
}
