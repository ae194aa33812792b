// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct MetricTests {
  @Test func latenciesAreTheirStatistics() {
    let metrics: [Metric<Duration>] = [
      .p50, .p75, .p90, .p95, .p99, .p999, .percentile(0), .percentile(1), .min, .mean, .max,
      .standardDeviation,
    ]
    let expected: [LatencyStatistic] = [
      .percentile(0.5), .percentile(0.75), .percentile(0.9), .percentile(0.95), .percentile(0.99),
      .percentile(0.999), .percentile(0), .percentile(1), .min, .mean, .max, .standardDeviation,
    ]
    #expect(metrics.map(\.quantity) == expected.map { .latency($0) })
  }

  @Test func sharesAreOfErrorsSuccessesAndTimes() {
    let metrics: [Metric<Share>] = [
      .errorRate, .successRate, .failureRate(.throttled), .failureRate(reason: "status 503"),
      .shareWithin(.milliseconds(300)), .degradation(), .degradation(first: 5, last: 20),
    ]
    let expected: [Quantity] = [
      .errorRate, .successRate, .failureRate(.category(.throttled)),
      .failureRate(.reason("status 503")), .shareWithin(.milliseconds(300)),
      .degradation(first: 10, last: 10), .degradation(first: 5, last: 20),
    ]
    #expect(metrics.map(\.quantity) == expected)
  }

  @Test func throughputCountsSuccessesUnlessSaid() {
    #expect(Metric.throughput == .throughput(withFailures: false))
    #expect(Metric.throughput(withFailures: true).quantity == .throughput(withFailures: true))
  }

  @Test func countsAreOfOperations() {
    let metrics: [Metric<Int>] = [.count, .failures(.timeout), .failures(reason: "queue full")]
    let expected: [Quantity] = [
      .count, .failures(.category(.timeout)), .failures(.reason("queue full")),
    ]
    #expect(metrics.map(\.quantity) == expected)
  }

  @Test func commandsHaveTimeOnCoresMemoryAndOutput() {
    #expect(Metric<Duration>.cpu.quantity == .processorTime)
    let metrics: [Metric<ByteSize>] = [.peakMemory, .outputSize]
    #expect(metrics.map(\.quantity) == [.peakMemory, .outputSize])
  }

  @Test func probesAreNamed() {
    let metrics: [Metric<Double>] = [
      .peak("depth"), .mean(of: "depth"), .last(of: "depth"), .slope(of: "depth"),
    ]
    let expected: [ProbeStatistic] = [.peak, .mean, .last, .slope]
    #expect(metrics.map(\.quantity) == expected.map { .probe("depth", $0) })
  }

  /// A reason that no report can show would never be found.
  @Test func reasonsAreAsReportsShowThem() {
    let long = String(repeating: "x", count: 200)
    let reasons = [
      ("  status 503\nbody", "status 503"), ("", "unknown failure"),
      (long, FailureKind(long).reason),
    ]
    for (reason, expected) in reasons {
      #expect(Metric.failureRate(reason: reason).quantity == .failureRate(.reason(expected)))
      #expect(Metric.failures(reason: reason).quantity == .failures(.reason(expected)))
    }
  }

  @Test func shareWithinIsInWholeNanoseconds() {
    // 8.199999999999999 ms.
    #expect(Metric.shareWithin(.milliseconds(8.2)).quantity == .shareWithin(.microseconds(8_200)))
    #expect(Metric.shareWithin(.zero).quantity == .shareWithin(.zero))
  }

  private static let traps: [(body: @Sendable () -> Void, message: String)] = [
    (
      { _ = Metric.percentile(99.9) },
      "quantile must be in 0...1, as 0.95 for the 95th percentile (was 99.9)"
    ),
    (
      { _ = Metric.shareWithin(.milliseconds(-1)) },
      "a latency limit must not be negative (was -1 ms)"
    ),
    (
      { _ = Metric.degradation(first: 0) },
      "a degradation compares at least 1 operation with 1 (was 0 and 10)"
    ),
    (
      { _ = Metric.degradation(last: -1) },
      "a degradation compares at least 1 operation with 1 (was 10 and -1)"
    ),
  ]

  @Test(arguments: traps.indices)
  func whatCannotBeMeasuredTraps(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [index] in
      MetricTests.traps[index].body()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.traps[index].message))
  }
}
