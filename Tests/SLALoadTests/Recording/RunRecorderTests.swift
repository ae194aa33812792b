// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct RunRecorderTests {
  private static let start: Int64 = 1_000_000_000
  private static let millisecond: Int64 = 1_000_000

  /// Whatever operations end in whatever order: each has its timeline, and all of them the whole.
  @Test(arguments: [UInt64(1), 2, 3])
  func eachOperationHasItsTimeline(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let names = (0..<40).map { "operation \($0)" }
    let own = RunRecorder.ownTimelines
    var (whole, further) = (Timeline(), Timeline())
    var each = [Timeline](repeating: Timeline(), count: own)
    var recorder = RunRecorder(start: Self.start, isScheduled: seed.isMultiple(of: 2))
    var end = Self.start
    for _ in 0..<5_000 {
      end += .random(in: 0...20 * Self.millisecond, using: &generator)
      let number = Int.random(in: 0..<names.count, using: &generator)
      let took = Int64.random(in: 0...end - Self.start, using: &generator)
      let failure = Bool.random(using: &generator) ? FailureKind("refused") : nil
      recorder.record(number, plannedAt: end - took, from: end, to: end, failure: failure)
      whole.record(took, endingAt: end - Self.start, failed: failure != nil)
      if number < own {
        each[number].record(took, endingAt: end - Self.start, failed: failure != nil)
      } else {
        further.record(took, endingAt: end - Self.start, failed: failure != nil)
      }
    }
    let record = recorder.record(named: names)
    #expect(record.operations.map(\.name) == names, "seed \(seed)")
    #expect(record.operations.prefix(own).map(\.timeline) == each, "seed \(seed)")
    #expect(record.operations.dropFirst(own).allSatisfy { $0.timeline == nil }, "seed \(seed)")
    #expect(record.furtherTimeline == further && record.timeline == whole, "seed \(seed)")
    // From several recorders, as the pool does it.
    var merged = RunRecord(of: names)
    merged.merge(record)
    #expect(merged.timeline == whole && merged.operations == record.operations, "seed \(seed)")
    merged.merge(record)
    #expect(merged.timeline.intervals.map(\.count).reduce(0, +) == 10_000, "seed \(seed)")
  }

  @Test func laterPhasesAreMergedAtTheirPlace() throws {
    func record(_ names: [String]) -> RunRecord {
      var recorder = RunRecorder(start: Self.start, isScheduled: false)
      for number in names.indices {
        let end = Self.start + 150 * Self.millisecond
        recorder.record(number, plannedAt: Self.start, from: Self.start, to: end, failure: nil)
      }
      return recorder.record(named: names)
    }
    var whole = RunRecord(of: [])
    whole.merge(record(["a"]))
    whole.merge(record(["a", "b"]), startingAfter: 300 * Self.millisecond)
    let counts = whole.operations.map { $0.timeline?.intervals.map(\.count) }
    #expect(counts == [[0, 1, 0, 0, 1], [0, 0, 0, 0, 1]])
    #expect(whole.timeline.intervals.map(\.count) == [0, 1, 0, 0, 2])
  }

  @Test func operationsThatNeverRanHaveATimelineOfNothing() {
    var recorder = RunRecorder(start: Self.start, isScheduled: false)
    var whole = RunRecord(of: ["a", "b"])
    whole.merge(recorder.record(named: ["a", "b"]))
    #expect(whole.operations.map(\.timeline) == [Timeline(), Timeline()])
    #expect(whole.timeline == Timeline())
  }

  @Test func reportsHaveTheTimelinesOfTheirOperations() async throws {
    let scenario = Scenario("pilot") {
      Flow("walk") { user in
        for number in 0..<RunRecorder.ownTimelines + 3 { try await user.step("step \(number)") {} }
      }
    }
    let seen = Shared<[Int]>([])
    let report = try await LoadTest(
      scenario,
      .phases([.phase("first", .users(4, iterationsEach: 5)), .phase("second", .sequential(5))])
    ).stopEarly { running in
      let whole = running.timeline?.intervals.map(\.count).reduce(0, +)
      if whole != running.count { seen.change { $0.append(running.count) } }
      return false
    }.run()
    #expect(seen.value == [], "running reports whose timelines lack operations")
    for report in [report] + report.phases {
      for operation in report.operations {
        let count = operation.timeline?.intervals.map(\.count).reduce(0, +)
        #expect(count == operation.count || count == nil)
      }
      // The flow itself, which has steps and so never ran, takes the first place of its names.
      #expect(report.operations.filter { $0.timeline != nil }.count == RunRecorder.ownTimelines - 1)
      #expect(report.timeline?.intervals.map(\.count).reduce(0, +) == report.count)
      #expect(report.total.timeline == report.timeline)
    }
    #expect(report.count == 25 * (RunRecorder.ownTimelines + 3))
  }
}
