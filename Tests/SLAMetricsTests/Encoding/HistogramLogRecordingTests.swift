// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HistogramLogRecordingTests {
  @Test(arguments: [10, 10_000])
  func entriesHoldTheCountsOfEachOutcome(count: Int) throws {
    let recorder = LatencyRecorder("GET /health")
    for value in 1...count { recorder.record(.microseconds(value)) }
    recorder.record(.timeout, after: .seconds(5))
    let entries = HistogramLog.Entry.entries(
      of: recorder.snapshot(),
      operation: "GET /health",
      start: .seconds(1),
      length: .seconds(2)
    )
    #expect(entries.map(\.tag) == ["GET /health:success", "GET /health:failure"])
    #expect(entries.map(\.count) == [count, 1] && entries[0].maximum == .microseconds(count))
    let text = HistogramLog(startTime: 1, entries: entries).description
    #expect(try HistogramLog(parsing: text).entries == entries)
  }

  @Test func anIntervalWithoutOperationsIsAHistogramOfNone() throws {
    let entries = HistogramLog.Entry.entries(
      of: Recording(),
      operation: "idle",
      length: .seconds(1)
    )
    #expect(entries.map(\.tag) == ["idle:success"] && entries[0].count == 0)
    let text = HistogramLog(startTime: 0, entries: entries).description
    #expect(try HistogramLog(parsing: text).entries == entries)
  }
}
