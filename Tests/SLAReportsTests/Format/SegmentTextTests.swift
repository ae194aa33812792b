// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct SegmentTextTests {
  @Test func theLargestSegmentsAndTheBottleneckHaveALine() {
    let report = LoadReport.segmented([
      ("parse", Array(repeating: .milliseconds(1), count: 100)),
      ("lock_wait", Array(repeating: .milliseconds(9), count: 100)),
    ])
    let lines = [
      "segment lock_wait: p50 9.00 ms   p95 9.00 ms   p99 9.00 ms   90 % of the time",
      "segment parse: p50 1.00 ms   p95 1.00 ms   p99 1.00 ms   10 % of the time",
      "bottleneck: lock_wait: P95 9.00 ms, 90 % of ingest at P95",
    ]
    #expect(SegmentText.lines(of: report) == lines)
    #expect(lines.allSatisfy(EvidenceText.lines(of: report).contains))
    #expect(SegmentText.lines(of: .fixture()).isEmpty)
  }

  @Test func linesAreBounded() {
    let report = LoadReport.segmented((1...20).map { ("part \($0)", [.milliseconds($0)]) })
    let lines = SegmentText.lines(of: report)
    #expect(lines.count == 9 && lines.last == "and 12 further segments")
    #expect(lines.first?.hasPrefix("segment part 20: ") == true)
  }
}
