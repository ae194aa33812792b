// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct RunRecorderTests {
  @Test func operationsAreInTheRecordingAndOnTheTimeline() {
    let recorder = RunRecorder(start: 1_000)
    recorder.record(from: 1_000, to: 1_500, failure: nil)
    recorder.record(from: 1_200, to: 100_001_200, failure: .timeout)
    let record = recorder.record
    #expect(record.recording.count == 2 && record.recording.failures == [.timeout: 1])
    #expect(record.timeline.intervals.map(\.count) == [1, 1])
    #expect(record.timeline.intervals.map(\.failures) == [0, 1])
  }

  @Test func partsOfARunAddUp() async {
    let shared = SharedRunRecorder(start: 0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for end in 0..<1_000 { shared.record(from: 0, to: Int64(end), failure: nil) }
        }
      }
    }
    var record = shared.record
    record.merge(shared.record)
    #expect(record.recording.count == 8_000 && record.timeline.intervals.map(\.count) == [8_000])
  }
}
