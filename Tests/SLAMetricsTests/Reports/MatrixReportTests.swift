// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import Testing

@testable import SLAMetrics

@Suite struct MatrixReportTests {
  private func row(
    _ name: String,
    _ profile: String? = nil,
    p95 milliseconds: [Int]
  ) -> MatrixReport.Row {
    var row = MatrixReport.Row(name, profile: profile)
    row.runs = milliseconds.map { .fixture(name, latencies: [.milliseconds($0)]) }
    return row
  }

  @Test func rowsAreFoundByName() {
    let report = MatrixReport([
      row("a", "calm", p95: [1]), row("a", "burst", p95: [2]), row("b", "calm", p95: []),
    ])
    #expect(report.configurations == ["a", "b"])
    #expect(report["a"]?.profile == "calm" && report["a", "burst"]?.runs.count == 1)
    #expect(report["b"]?.name == "b, calm" && report["c"] == nil && report["b", "burst"] == nil)
    #expect(row("a", p95: []).name == "a")
  }
}
