// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct TimelineRecorderTests {
  /// Whatever comes in whatever order: the same as if each had gone to the timeline itself.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func recordsWhatATimelineWould(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let recorder = TimelineRecorder()
    var timeline = Timeline()
    var time: Int64 = 0
    for _ in 0..<20_000 {
      // Half a minute or five, so that intervals grow.
      time += .random(
        in: -2_000_000...(seed.isMultiple(of: 2) ? 4_000_000 : 32_000_000),
        using: &generator
      )
      let duration = Int64.random(in: -5...100_000_000, using: &generator)
      let failed = Int.random(in: 0..<10, using: &generator) == 0
      recorder.record(duration, endingAt: time, failed: failed)
      timeline.record(duration, endingAt: time, failed: failed)
    }
    #expect(recorder.timeline == timeline, "seed \(seed)")
  }

  @Test func canBeReadInBetween() {
    let recorder = TimelineRecorder()
    #expect(recorder.timeline == Timeline())
    recorder.record(5, endingAt: 10, failed: false)
    #expect(recorder.timeline.intervals.map(\.count) == [1])
    recorder.record(7, endingAt: 20, failed: true)
    #expect(recorder.timeline.intervals.map(\.count) == [2])
    #expect(recorder.timeline.intervals[0].failures == 1)
  }

  @Test func theLatestTimeThereIsIsNoTrap() {
    let recorder = TimelineRecorder()
    for end in [Int64.max, .min, .max, 0] { recorder.record(5, endingAt: end, failed: false) }
    #expect(recorder.timeline.intervals.map(\.count).reduce(0, +) == 4)
  }
}
