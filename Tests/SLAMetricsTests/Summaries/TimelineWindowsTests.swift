// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct TimelineWindowsTests {
  /// An operation as it was given to a timeline.
  private struct Ended {
    var took: Int64
    var end: Int64
    var failed: Bool
  }

  private static let second: Int64 = 1_000_000_000

  private static func operations(
    _ count: Int,
    within seconds: Int64,
    by generator: inout SplitMix64
  ) -> [Ended] {
    (0..<count).map { _ in
      // Half of the ends at whole tenths of seconds, which are the boundaries of intervals.
      let end = Int64.random(in: 0..<seconds * second, using: &generator)
      let most = Int64(1) << Int64.random(in: 3...36, using: &generator)
      return Ended(
        took: .random(in: -2...most, using: &generator),
        end: Bool.random(using: &generator) ? end : end / 100_000_000 * 100_000_000,
        failed: Int.random(in: 0..<8, using: &generator) == 0
      )
    }
  }

  private static func timeline(of operations: some Sequence<Ended>) -> Timeline {
    operations.reduce(into: Timeline()) {
      $0.record($1.took, endingAt: $1.end, failed: $1.failed)
    }
  }

  /// Every window says what those operations say that ended in it.
  private static func check(
    _ windows: [Timeline.Window],
    _ operations: [Ended],
    lasting: Int64,
    _ comment: Comment
  ) {
    #expect(windows.first?.start == .zero, comment)
    #expect(windows.last.map { $0.start + $0.length } == .nanoseconds(lasting), comment)
    // One after another, but for the last, which may overlap the one before.
    #expect(
      zip(windows, windows.dropFirst().dropLast())
        .allSatisfy { $0.start + $0.length == $1.start },
      comment
    )
    #expect(
      zip(windows, windows.dropFirst()).allSatisfy { $0.start + $0.length >= $1.start },
      comment
    )
    for (number, window) in windows.enumerated() {
      let from = window.start.wholeNanoseconds
      let to = number == windows.count - 1 ? .max : from + window.length.wholeNanoseconds
      let ended = operations.filter { $0.end >= from && $0.end < to }
      let took = ended.filter { !$0.failed && $0.took >= 0 }.map(\.took).sorted()
      #expect(window.count == ended.count, comment)
      #expect(window.failures == ended.filter(\.failed).count, comment)
      #expect(window.measured == took.count, comment)
      #expect(window.max == took.last.map { .nanoseconds($0) }, comment)
      checkLatency(window, took, comment)
    }
  }

  private static func checkLatency(_ window: Timeline.Window, _ took: [Int64], _ comment: Comment) {
    for quantile in [0, 0.01, 0.5, 0.9, 0.95, 0.99, 1] {
      guard let bounds = window.bounds(ofPercentile: quantile) else {
        #expect(took.isEmpty, comment)
        continue
      }
      let exact = took[Percentile.rank(of: quantile, in: took.count) - 1]
      #expect(bounds.contains(.nanoseconds(exact)), comment)
      #expect(bounds.upperBound - bounds.lowerBound <= bounds.lowerBound / 128, comment)
    }
    // Below all, above all, at durations that there are, and beside them.
    let limits =
      [-1, 0, .max]
      + took.indices.filter { $0 % 17 == 0 }.flatMap {
        [took[$0] - 1, took[$0], took[$0] + 1]
      }
    for limit in limits {
      let exact = took.filter { $0 > limit }.count
      let (fewest, most) = window.count(above: .nanoseconds(limit))
      #expect(fewest <= exact && exact <= most, comment)
      // No more is open than what is near the limit.
      #expect(
        most - fewest <= took.filter { abs($0 - limit) <= max(limit, 0) / 127 }.count,
        comment
      )
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func windowsSayWhatOperationsSay(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let seconds = Int64([3, 20, 60, 300].randomElement(using: &generator) ?? 3)
    let operations = Self.operations(2_000, within: seconds, by: &generator)
    let timeline = Self.timeline(of: operations)
    for length in [1, 2, 10, 60] as [Int64] {
      let rest = Int64.random(in: 0..<length * Self.second, using: &generator)
      let lasting = seconds * Self.second + rest
      guard .seconds(length) >= timeline.width else { continue }
      let windows = try #require(
        timeline.windows(of: .seconds(length), lasting: .nanoseconds(lasting))
      )
      // In whole intervals; what is left of them is in one more window.
      let all = (lasting + timeline.width.wholeNanoseconds - 1) / timeline.width.wholeNanoseconds
      let each = length * Self.second / timeline.width.wholeNanoseconds
      let expected = all <= each ? 1 : (all + each - 1) / each
      #expect(windows.count == Int(expected), "seed \(seed)")
      Self.check(windows, operations, lasting: lasting, "seed \(seed), windows of \(length) s")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func windowsOfMergedTimelinesAreThoseOfTheWhole(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    // Of different lengths, so that their intervals are.
    let parts = [20, 100, 300].map { Self.operations(300, within: $0, by: &generator) }
    let timelines = parts.map { Self.timeline(of: $0) }
    var (left, right, back) = (timelines[0], timelines[1], timelines[2])
    left.merge(timelines[1])
    left.merge(timelines[2])
    right.merge(timelines[2])
    var first = timelines[0]
    first.merge(right)
    back.merge(timelines[1])
    back.merge(timelines[0])
    let whole = Self.timeline(of: parts.joined())
    #expect(left == whole && first == whole && back == whole, "seed \(seed)")
    #expect(whole.width == .seconds(2), "seed \(seed)")
    let windows = left.windows(of: .seconds(10), lasting: .seconds(300))
    #expect(windows == whole.windows(of: .seconds(10), lasting: .seconds(300)))
    #expect(windows?.count == 30 && windows?.map(\.count).reduce(0, +) == 900, "seed \(seed)")
  }

  @Test func lengthsThatIntervalsDoNotMakeUpHaveNoWindows() {
    var timeline = Self.timeline(of: [Ended(took: 5, end: 0, failed: false)])
    for length: Duration in [.zero, .seconds(-1), .milliseconds(50), .milliseconds(250)] {
      #expect(timeline.windows(of: length, lasting: .seconds(10)) == nil, "\(length)")
    }
    timeline.record(5, endingAt: 299 * Self.second, failed: false)
    #expect(timeline.windows(of: .seconds(5), lasting: .seconds(300)) == nil)
    #expect(timeline.windows(of: .seconds(4), lasting: .seconds(300))?.count == 75)
  }

  @Test func aServiceThatStoodStillShowsAsWindowsOfNothing() throws {
    let timeline = Self.timeline(of: [
      Ended(took: 5, end: 2 * Self.second, failed: false),
      Ended(took: 9, end: 10 * Self.second, failed: false),
    ])
    let windows = try #require(timeline.windows(of: .seconds(2), lasting: .seconds(15)))
    #expect(windows.map(\.count) == [0, 1, 0, 0, 0, 1, 0, 0])
    #expect(windows.last?.start == .seconds(13) && windows.last?.length == .seconds(2))
    #expect(windows[0].max == nil && windows[0].bounds(ofPercentile: 0.95) == nil)
    #expect(windows[0].count(above: .zero) == (0, 0))
    let none = try #require(Timeline().windows(of: .seconds(2), lasting: .seconds(4)))
    #expect(none.map(\.count) == [0, 0])
  }

  @Test(arguments: [
    (0, [0.0]), (1_900, [1.9]), (2_000, [2]), (3_999, [2, 1.999]), (4_000, [2, 2]),
    (6_100, [2, 2, 2, 2]), (6_150, [2, 2, 2, 1.95]),
  ])
  func theRestIsInAWindowOfTheSameLength(milliseconds: Int, lengths: [Double]) throws {
    let windows = try #require(
      Timeline().windows(of: .seconds(2), lasting: .milliseconds(milliseconds))
    )
    #expect(windows.map(\.length.inSeconds) == lengths)
  }

  @Test func whatEndedAtTheEndOrAfterItBelongsToTheLast() throws {
    var timeline = Self.timeline(of: [Ended(took: 5, end: 4 * Self.second, failed: false)])
    let windows = try #require(timeline.windows(of: .seconds(2), lasting: .seconds(4)))
    #expect(windows.map(\.count) == [0, 1] && windows[1].length == .seconds(2))
    // A run that is said to be shorter than it was: no window is longer than it says.
    timeline.record(5, endingAt: 8 * Self.second, failed: false)
    let longer = try #require(timeline.windows(of: .seconds(2), lasting: .seconds(4)))
    #expect(longer.map(\.count) == [0, 0, 1, 0, 1])
    #expect(longer[4].start + longer[4].length == .milliseconds(8_100))
  }

  @Test func onlyWhatIsNearTheLimitIsOpen() throws {
    let took: [Int64] = [100_000_000, 300_000_000, 300_000_001, 301_000_000, 400_000_000]
    let timeline = Self.timeline(of: took.map { Ended(took: $0, end: 0, failed: false) })
    let window = try #require(timeline.windows(of: .seconds(1), lasting: .seconds(1))?.first)
    #expect(window.count(above: .milliseconds(300)) == (1, 4))
    #expect(window.count(above: .milliseconds(200)) == (4, 4))
    // The longest is known exactly, so that a limit just below it is exceeded by it.
    #expect(window.count(above: .nanoseconds(399_999_999)) == (1, 1))
    #expect(window.count(above: .milliseconds(400)) == (0, 0))
    #expect(window.bounds(ofPercentile: 1) == .milliseconds(400) ... .milliseconds(400))
  }
}
