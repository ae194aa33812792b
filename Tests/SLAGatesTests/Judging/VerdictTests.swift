// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct VerdictTests {
  private let report = LoadReport.fixture(
    latencies: LoadReport.ramp(100),
    failures: ["status 503": 25],
    elapsed: .seconds(5)
  )

  @Test(arguments: [
    // 100 successes of 1…100 ms and 25 failures in 5 s: p95 is 95 ms, 20 % fail, 20 /s succeed.
    (Metric.p95 <= .milliseconds(95), Verdict.Status.met),
    (Metric.p95 < .milliseconds(95), .missed),
    (Metric.p95 <= .milliseconds(94), .missed), (Metric.max <= .milliseconds(100), .met),
    (Metric.mean <= .microseconds(50_500), .met), (Metric.mean < .microseconds(50_500), .missed),
    (Metric.errorRate <= 0.2, .met), (Metric.errorRate < 0.2, .missed),
    (Metric.successRate >= 0.8, .met), (Metric.successRate > 0.8, .missed),
    (Metric.throughput >= .perSecond(20), .met), (Metric.throughput > .perSecond(20), .missed),
  ])
  func observationDecides(requirement: Requirement, expected: Verdict.Status) {
    let verdict = requirement.verdict(on: report)
    #expect(verdict.status == expected)
    #expect(verdict.observed != nil && verdict.indecision == nil)
  }

  @Test(arguments: [
    Metric.p95 <= .seconds(1_000), Metric.max >= .nanoseconds(1), Metric.mean <= .seconds(1),
    Metric.errorRate < 0.5, Metric.successRate > 0.5, Metric.throughput > .perSecond(0),
  ])
  func nothingMeasuredIsNeverMet(requirement: Requirement) {
    for subject in [LoadReport.fixture(), LatencyRecorder("none").loadReport] {
      let verdict = requirement.verdict(on: subject)
      #expect(verdict.status == .undecided && verdict.observed == nil)
      #expect(verdict.indecision == .nothingMeasured)
    }
  }

  /// `.errorRate <= 1`, meant as 1 %, must not pass at 100 %.
  @Test(arguments: [
    Metric.errorRate <= 1, Metric.errorRate < 1, Metric.successRate >= 0, Metric.successRate > 0,
    Metric.throughput >= .perSecond(0), Metric.p95 >= .zero,
  ])
  func limitThatEverythingKeepsIsNotMet(requirement: Requirement) {
    let verdict = requirement.verdict(on: report)
    #expect(verdict.status == .undecided && verdict.indecision == .promisesNothing)
  }

  /// The same limits are promises the other way round.
  @Test(arguments: [
    Metric.errorRate >= 1, Metric.successRate < 1, Metric.errorRate <= 0, Metric.errorRate > 0,
    Metric.successRate >= 1, Metric.throughput > .perSecond(0), Metric.p95 <= .zero,
  ])
  func limitThatCanBeMissedIsDecided(requirement: Requirement) {
    #expect(requirement.verdict(on: report).status != .undecided)
  }

  @Test func latencyWithoutASuccessIsUndecided() {
    let verdict = (Metric.p95 <= .seconds(1)).verdict(on: LoadReport.fixture(failures: ["x": 3]))
    #expect(verdict.status == .undecided && verdict.indecision == .nothingSucceeded(failed: 3))
  }

  @Test func fewSamplesAreWarnedOf() {
    let recorder = LatencyRecorder("few")
    for _ in 0..<19 { recorder.record(.milliseconds(1)) }
    let p95 = Metric.p95 <= .milliseconds(2)
    #expect(p95.verdict(on: recorder).status == .met)
    #expect(
      p95.verdict(on: recorder).warnings == [.tooFewSamples(metric: "p95", count: 19, needed: 20)]
    )
    // 20 can have a P95, and 59 can show that it keeps a limit: 0.95⁵⁹ < 5 %.
    recorder.record(.milliseconds(1))
    #expect(
      p95.verdict(on: recorder).warnings
        == [.notCertain("p95 <= 2 ms", count: 20, confidence: 0.95, needed: 59)]
    )
    recorder.record(.milliseconds(1), count: 39)
    #expect(p95.verdict(on: recorder).warnings.isEmpty)
    #expect((Metric.max <= .milliseconds(2)).verdict(on: recorder).warnings.isEmpty)
    #expect((Metric.percentile(1) <= .milliseconds(2)).verdict(on: recorder).warnings.isEmpty)
  }
}
