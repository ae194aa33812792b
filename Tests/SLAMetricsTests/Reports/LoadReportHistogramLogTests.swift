// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadReportHistogramLogTests {
  @Test func logHoldsEveryOperationByOutcome() throws {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(20),
      failures: ["status 503": 2],
      elapsed: .seconds(3)
    )
    let log = report.histogramLog(startTime: 1_700_000_000.5)
    #expect(log.entries.map(\.tag) == ["GET /health:success", "GET /health:failure"])
    #expect(
      log.entries.map(\.count) == [20, 2]
        && log.entries.map(\.length) == [.seconds(3), .seconds(3)]
    )
    #expect(log.comments == ["GET /health: 16 users, 240 requests"])
    #expect(try HistogramLog(parsing: log.description) == log)
  }
}
