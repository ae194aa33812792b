// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct OperationReportTests {
  private func report(successes: Int, failures: Int, elapsed: Duration?) -> OperationReport {
    let recorder = WorkerRecorder()
    recorder.record(nanoseconds: 2, count: successes)
    for _ in 0..<failures { recorder.record(.cancelled, after: .nanoseconds(1)) }
    return OperationReport("x", elapsed: elapsed, recording: recorder.recording)
  }

  @Test func sharesAndThroughputOfAMixedRun() {
    let report = report(successes: 30, failures: 10, elapsed: .seconds(2))
    #expect(report.count == 40 && report.errorRate == 0.25 && report.successRate == 0.75)
    // Failures do not count: 30 in 2 s.
    #expect(report.throughput == .perSecond(15))
    #expect(report.latency?.count == 30 && report.failedLatency?.count == 10)
  }

  @Test func nothingMeasuredHasNoFigures() {
    let report = report(successes: 0, failures: 0, elapsed: .seconds(2))
    #expect(report.errorRate == nil && report.successRate == nil && report.throughput == nil)
    #expect(report.latency == nil && report.failedLatency == nil)
  }

  @Test func onlyFailuresHaveNoLatencyAndNoThroughput() {
    let report = report(successes: 0, failures: 3, elapsed: .seconds(1))
    #expect(report.latency == nil && report.errorRate == 1 && report.throughput == .perSecond(0))
  }

  @Test func noTimeElapsedHasNoThroughput() {
    #expect(report(successes: 3, failures: 0, elapsed: .zero).throughput == nil)
    #expect(report(successes: 3, failures: 0, elapsed: nil).throughput == nil)
  }
}
