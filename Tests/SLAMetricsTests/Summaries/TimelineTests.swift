// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct TimelineTests {
  private static let millisecond: Int64 = 1_000_000

  @Test func nothingRecordedHasNoIntervals() {
    #expect(Timeline().intervals.isEmpty && Timeline().width == .milliseconds(100))
  }

  @Test func operationsBelongToTheIntervalInWhichTheyEnded() throws {
    var timeline = Timeline()
    timeline.record(5 * Self.millisecond, endingAt: 99 * Self.millisecond, failed: false)
    timeline.record(7 * Self.millisecond, endingAt: 100 * Self.millisecond, failed: false)
    timeline.record(1 * Self.millisecond, endingAt: 150 * Self.millisecond, failed: true)
    timeline.record(9 * Self.millisecond, endingAt: 350 * Self.millisecond, failed: true)
    let intervals = timeline.intervals
    #expect(intervals.map(\.start) == [0, 100, 200, 300].map { .milliseconds($0) })
    #expect(intervals.map(\.count) == [1, 2, 0, 1] && intervals.map(\.failures) == [0, 1, 0, 1])
    // The only success of its interval: its bucket's end is cut at the longest.
    #expect(intervals[1].p50 == .milliseconds(7) && intervals[1].max == .milliseconds(7))
    #expect(intervals[2].p50 == nil && intervals[3].p95 == nil && intervals[3].max == nil)
  }

  /// Every length at which a run of one operation each tenth of a second arrives.
  @Test(arguments: [
    (255, 1, 256), (256, 2, 129), (511, 2, 256), (512, 10, 52), (2_559, 10, 256), (2_560, 20, 129),
    (3_000, 20, 151), (5_120, 100, 52),
  ])
  func intervalsGrowAndNothingIsLost(last: Int, tenths: Int, intervals: Int) {
    var timeline = Timeline()
    for tenth in 0...last {
      timeline.record(
        Self.millisecond,
        endingAt: Int64(tenth) * 100 * Self.millisecond,
        failed: tenth.isMultiple(of: tenths)
      )
    }
    #expect(timeline.width == .milliseconds(100 * tenths))
    #expect(timeline.intervals.count == intervals && intervals <= Timeline.maximumCount)
    #expect(timeline.intervals.dropLast().allSatisfy { $0.count == tenths && $0.failures == 1 })
    #expect(timeline.intervals.map(\.count).reduce(0, +) == last + 1)
  }

  @Test func theLatestTimeThereIsHasItsInterval() {
    var timeline = Timeline()
    timeline.record(1, endingAt: 5, failed: false)
    timeline.record(1, endingAt: .max, failed: false)
    #expect(timeline.intervals.count <= Timeline.maximumCount)
    #expect(timeline.intervals.map(\.count).reduce(0, +) == 2)
    var twice = timeline
    twice.merge(timeline, startingAfter: .max)
    #expect(twice.intervals.map(\.count).reduce(0, +) == 4)
  }

  @Test(arguments: [UInt64(1), 2])
  func mergedEqualsOneFedWithEverything(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var (left, right, whole) = (Timeline(), Timeline(), Timeline())
    for index in 0..<3_000 {
      let nanoseconds = Int64.random(in: -10...10_000_000, using: &generator)
      // The left one ends early, so that their intervals differ in length.
      let end = Int64.random(
        in: 0...(index % 2 == 0 ? 5_000_000_000 : 90_000_000_000),
        using: &generator
      )
      let failed = Int.random(in: 0..<10, using: &generator) == 0
      whole.record(nanoseconds, endingAt: end, failed: failed)
      if index % 2 == 0 {
        left.record(nanoseconds, endingAt: end, failed: failed)
      } else {
        right.record(nanoseconds, endingAt: end, failed: failed)
      }
    }
    var (one, other) = (left, right)
    one.merge(right)
    other.merge(left)
    #expect(one.intervals == whole.intervals && other.intervals == whole.intervals, "seed \(seed)")
  }

  @Test func percentilesAreAtMostAHundredthTooHigh() throws {
    var timeline = Timeline()
    for value in 1...1_000 {
      timeline.record(Int64(value) * Self.millisecond, endingAt: 0, failed: false)
    }
    let interval = try #require(timeline.intervals.first)
    #expect(
      try #require(interval.p50).inSeconds >= 0.5 && #require(interval.p50).inSeconds <= 0.504
    )
    #expect(
      try #require(interval.p95).inSeconds >= 0.95 && #require(interval.p95).inSeconds <= 0.958
    )
    #expect(interval.max == .seconds(1))
  }

  @Test func odditiesDoNotTrap() {
    var timeline = Timeline()
    timeline.record(.max, endingAt: -5, failed: false)
    timeline.record(.min, endingAt: 0, failed: false)
    #expect(timeline.intervals.map(\.count) == [2])
    #expect(timeline.intervals[0].p95 == .nanoseconds(Int64.max))
  }

  @Test func descriptionTellsItsSize() {
    var timeline = Timeline()
    timeline.record(1, endingAt: 250 * Self.millisecond, failed: false)
    #expect("\(timeline)" == "3 intervals of 100 ms")
  }

  @Test(arguments: [(0, 0), (40, 0), (60, 1), (260, 3), (99_000, 990)])
  func laterRunsAreMergedAtTheirPlace(milliseconds: Int, intervals: Int) {
    var later = Timeline()
    later.record(5, endingAt: 10, failed: false)
    later.record(7, endingAt: 350_000_000, failed: true)
    var whole = Timeline()
    whole.record(1, endingAt: 0, failed: false)
    whole.merge(later, startingAfter: Int64(milliseconds) * 1_000_000)
    let counts = whole.intervals.map(\.count)
    #expect(counts.reduce(0, +) == 3 && counts.count <= Timeline.maximumCount)
    #expect(whole.intervals.map(\.failures).reduce(0, +) == 1)
    if milliseconds < 10_000 { #expect(counts.count == intervals + 4) }
  }
}
