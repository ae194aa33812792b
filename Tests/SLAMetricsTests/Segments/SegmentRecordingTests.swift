// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct SegmentRecordingTests {
  private func histogram(_ nanoseconds: Int64...) -> Histogram {
    let recorder = WorkerHistogram(origin: 0)
    for time in nanoseconds { recorder.record(time) }
    return recorder.snapshot()
  }

  private func recording(_ segments: [SegmentRecord]) -> SegmentRecording {
    var recording = SegmentRecording()
    recording.operations = histogram(10)
    recording.segments = segments
    return recording
  }

  @Test func segmentsOfOneNameAreTakenTogether() {
    let times = histogram(3)
    let one = recording([
      SegmentRecord("store", calls: 2, times: times, selfTimes: times),
      SegmentRecord("lock", parent: .segment("store"), calls: 1, times: times, selfTimes: times),
    ])
    let other = recording([
      SegmentRecord("lock", calls: 1, times: times, selfTimes: times),
      SegmentRecord("store", calls: 5, times: times, selfTimes: times),
    ])
    var merged = one
    merged.merge(other)
    #expect(merged.segments.map(\.name) == ["store", "lock"])
    #expect(merged.segments.map(\.calls) == [7, 2])
    #expect(merged.segments.map(\.parent) == [.none, .several])
    #expect(merged.segments.map(\.times.count) == [2, 2] && merged.operations.count == 2)
    var empty = SegmentRecording()
    empty.merge(one)
    #expect(empty == one && !empty.isEmpty)
  }
}
