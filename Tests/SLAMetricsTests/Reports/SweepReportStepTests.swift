// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SweepReportStepTests {
  /// Rates of 10.0, 10.2 and 10.4: mean 10.2, deviation 0.2, and t 4.3026527 over √3.
  @Test func repeatsGiveAnIntervalByStudentsT() throws {
    let step = try #require(SweepReport.fixture([4: [100, 102, 104]]).steps.first)
    let interval = try #require(step.throughputInterval)
    let reach = 4.302652729749462 * 0.2 / 3.0.squareRoot()
    #expect(relativeError(try #require(step.throughput).perSecond, 10.2) < 1e-7)
    #expect(relativeError(interval.upperBound.perSecond, 10.2 + reach) < 1e-6)
    #expect(relativeError(interval.lowerBound.perSecond, 10.2 - reach) < 1e-6)
    #expect(step.count == 60 && step.successRate == 1 && step.isSound)
    #expect(step.meanLatency == .milliseconds(4) && step.p95 == .milliseconds(4))
  }

  /// Ten intervals of 9 and 11 in turn: 100 /s, by 10 · 2.2621572 · √(10 / 9 / 10).
  @Test func oneRunGivesAnIntervalByItsParts() throws {
    let step = SweepReport.Step(users: 2, runs: [.inIntervals((0..<10).map { 9 + $0 % 2 * 2 })])
    let interval = try #require(step.throughputInterval)
    let reach = 10 * 2.2621571627409915 * (1.0 / 9).squareRoot()
    #expect(step.throughput == .perSecond(100))
    #expect(relativeError(interval.upperBound.perSecond, 100 + reach) < 1e-9)
    let short = SweepReport.Step(users: 2, runs: [.inIntervals((0..<7).map { 9 + $0 % 2 * 2 })])
    #expect(short.throughputInterval == nil && short.throughput != nil)
  }

  @Test func whatWasNotMeasuredIsNotSound() {
    let empty = SweepReport.Step(users: 1)
    #expect(!empty.isSound && empty.throughput == nil && empty.power == nil)
    #expect(empty.successRate == nil && empty.meanLatency == nil && empty.p99 == nil)
    for report in [
      LoadReport.fixture(), .fixture(failures: ["refused": 3]),
      .fixture(latencies: [.milliseconds(1)], elapsed: nil),
      .fixture(latencies: [.milliseconds(1)], warnings: [.idleUsers(9, peak: 2)]),
      .fixture(latencies: [.milliseconds(1)], warnings: [.smokeRun]),
    ] {
      #expect(!SweepReport.Step(users: 1, runs: [report]).isSound, "\(report)")
    }
  }
}
