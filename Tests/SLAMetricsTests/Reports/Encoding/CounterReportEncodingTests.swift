// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CounterReportEncodingTests {
  @Test func countersAreReadBackWithTheTimeOfTheReport() throws {
    var report = LoadReport.fixture(latencies: [.seconds(1)], elapsed: .seconds(4))
    report.count([CounterReport("rows", count: 10), CounterReport("much", count: .max)])
    let data = try JSONEncoder().encode(report)
    #expect(try #require(String(data: data, encoding: .utf8)).contains(#""perSecond":2.5"#))
    let again = try JSONDecoder().decode(LoadReport.self, from: data)
    #expect(again == report && again.counter("rows")?.rate == .perSecond(2.5))
  }

  @Test func whatCannotBeIsRefused() throws {
    var report = LoadReport.fixture(latencies: [.seconds(1)])
    report.count([CounterReport("rows", count: 77)])
    let text = try #require(String(data: try JSONEncoder().encode(report), encoding: .utf8))
    let negative = text.replacing(#""count":77"#, with: #""count":-7"#)
    #expect(negative != text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LoadReport.self, from: Data(negative.utf8))
    }
  }
}
