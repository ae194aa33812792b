// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct BottleneckTests {
  private let report = LoadReport.segmented([
    ("lock_wait", Array(repeating: .microseconds(49_900), count: 100)),
    ("write", Array(repeating: .microseconds(500), count: 100)),
  ])

  @Test func theEvidenceIsInWords() throws {
    let bottleneck = try #require(report.bottleneck)
    #expect(bottleneck.segment == "lock_wait" && bottleneck.operation == "ingest")
    #expect(bottleneck.description == "lock_wait: P95 49.9 ms, 99 % of ingest at P95")
    #expect(bottleneck.largest?.p95 == .microseconds(49_900))
    #expect(bottleneck.largest?.operations == 100 && bottleneck.slowest == nil)
  }

  @Test func itReadsBack() throws {
    let data = try JSONEncoder().encode(report.bottleneck)
    #expect(try JSONDecoder().decode(Bottleneck.self, from: data) == report.bottleneck)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"schemaVersion\":1"))
    for changed in [
      text.replacingOccurrences(of: "\"schemaVersion\":1", with: "\"schemaVersion\":2"),
      "{\"schemaVersion\":1,\"operation\":\"ingest\"}",
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Bottleneck.self, from: Data(changed.utf8))
      }
    }
  }
}
