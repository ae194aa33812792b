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

  /// A mean of the longest durations there are, as a number with a fraction, is 2^63 ns.
  @Test func theLongestDurationsAreExplained() throws {
    var recording = SegmentRecording()
    recording.segments = [SegmentRecord("stall")]
    for number in 0..<UInt64(200) {
      let time = number < 10 ? Int64.max : 1
      recording.sample.add(.init(key: number, nanoseconds: time, selfTimes: [time]))
    }
    let report = LoadReport(
      "x",
      load: nil,
      elapsed: nil,
      operations: [RecordedOperation("x", segments: recording)]
    )
    let evidence = try #require(report.bottleneck?.slowest?.evidence)
    #expect(evidence.contains("stall: 100 % of the 9000000000 s by which the slowest 5 % of x"))
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
