// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CounterReportTests {
  @Test func theRateIsByTheTimeOfTheReport() {
    var report = LoadReport.fixture(latencies: [.seconds(1)], elapsed: .seconds(4))
    report.count([CounterReport("rows", count: 10), CounterReport("none", count: 0)])
    #expect(report.counter("rows")?.rate == .perSecond(2.5))
    #expect(report.counter("none")?.rate == .perSecond(0))
    #expect(report.counter("row") == nil)
    var recorder = LoadReport.fixture(elapsed: nil)
    recorder.count([CounterReport("rows", count: 10)])
    #expect(recorder.counter("rows")?.count == 10 && recorder.counter("rows")?.rate == nil)
  }

  @Test func countersOfOneNameAddUp() {
    var counters = [CounterReport("a", count: 1), CounterReport("b", count: .max)]
    counters.merge([CounterReport("b", count: 5), CounterReport("c", count: 2)])
    #expect(counters.map(\.name) == ["a", "b", "c"])
    #expect(counters.map(\.count) == [1, .max, 2])
  }
}
