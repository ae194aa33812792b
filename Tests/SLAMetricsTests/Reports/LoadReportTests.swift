// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct LoadReportTests {
  @Test func totalTakesAllOperationsTogether() {
    var (search, create) = (Recording(), Recording())
    for value in 1...3 { search.record(Int64(value), endingAt: 9, failure: nil) }
    create.record(10, endingAt: 9, failure: nil)
    create.record(10, endingAt: 9, failure: FailureKind("status 500"))
    let report = LoadReport(
      "mix",
      load: "2 users, 5 requests",
      elapsed: .seconds(2),
      recordings: [("search", search), ("create", create)]
    )
    #expect(report.operations.map(\.name) == ["search", "create"])
    #expect(report.operations.map(\.count) == [3, 2])
    #expect(report.count == 5 && report.errorRate == 0.2 && report.successRate == 0.8)
    #expect(report.latency?.count == 4 && report.latency?.max == .nanoseconds(10))
    #expect(report.throughput == .perSecond(2) && report.elapsed == .seconds(2))
    #expect(report.failures == [FailureKind("status 500"): 1])
    #expect(report.loadReport == report && report.warnings.isEmpty)
  }

  @Test func furtherWarningsAreAdded() {
    let report = LoadReport("x", load: nil, elapsed: .zero, recordings: [])
    #expect(report.adding([.negativeDurations(1)]).warnings == [.negativeDurations(1)])
  }

  @Test func reportOfNothingHasNoFigures() {
    let report = LoadReport("none", load: nil, elapsed: .zero, recordings: [])
    #expect(report.count == 0 && report.latency == nil && report.throughput == nil)
    #expect(report.errorRate == nil && report.successRate == nil)
  }
}
