// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SegmentReportTests {
  @Test func figuresAreOfTheOperationsInWhichItRan() throws {
    let report = LoadReport.segmented([
      ("parse", Array(repeating: .milliseconds(1), count: 20)), ("retry", [.milliseconds(60)]),
    ])
    let retry = try #require(report.total.segment("retry"))
    #expect(retry.runCount == 1 && retry.operationCount == 20 && retry.callsPerOperation == 0.05)
    #expect(retry.time?.p95 == .milliseconds(60) && retry.share == 0.75)
    // The 19th of 20 operations, with those in which it did not run as zero.
    #expect(retry.p95Share == 0 && report.total.segment("parse")?.p95Share == 1)
    #expect(retry.description.hasPrefix("retry: 1 duration, min 60 ms"))
    #expect(report.total.segment("none") == nil && report.total.otherShare == 0)
  }
}
