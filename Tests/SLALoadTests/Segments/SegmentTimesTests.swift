// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLALoad

@Suite struct SegmentTimesTests {
  /// What each tick of a small clock was spent on, by looking at every call.
  private struct BruteForce {
    var times: [Int: Int64] = [:]
    var selfTimes: [Int: Int64] = [:]
    var covered: Int64 = 0

    init(_ calls: [SegmentCall], from begin: Int64, to end: Int64) {
      for tick in -5...Int64(70) {
        let running = calls.indices.filter { calls[$0].begin <= tick && tick < calls[$0].end }
        for name in Set(running.map { calls[$0].name }) { times[name, default: 0] += 1 }
        let alone = running.filter { place in !running.contains { calls[$0].parent == place } }
        for name in Set(alone.map { calls[$0].name }) { selfTimes[name, default: 0] += 1 }
        if !running.isEmpty, (begin..<end).contains(tick) { covered += 1 }
      }
    }
  }

  private func check(
    _ times: SegmentTimes,
    _ calls: [SegmentCall],
    from begin: Int64,
    to end: Int64,
    _ seed: UInt64
  ) {
    let expected = BruteForce(calls, from: begin, to: end)
    for segment in times.segments {
      let context: Comment = "seed \(seed), segment \(segment.name) of \(calls)"
      #expect(segment.calls == calls.filter { $0.name == segment.name }.count, context)
      #expect(segment.time == expected.times[segment.name] ?? 0, context)
      #expect(segment.selfTime == expected.selfTimes[segment.name] ?? 0, context)
    }
    #expect(times.covered == expected.covered, "seed \(seed): \(calls)")
  }

  /// Calls of several tasks: any intervals, with any earlier call as the parent.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func timesOfSeveralTasksAreThoseOfEveryTick(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var calls: [SegmentCall] = []
    for place in 0..<Int.random(in: 0...9, using: &random) {
      let begin = Int64.random(in: 0...50, using: &random)
      let end = begin + Int64.random(in: 0...12, using: &random)
      let parent = Int.random(in: -1..<max(place, 1), using: &random)
      let name = Int.random(in: 0...3, using: &random)
      calls.append(
        SegmentCall(name: name, parent: place == 0 ? -1 : parent, begin: begin, end: end)
      )
    }
    check(SegmentTimes(of: calls, from: 3, to: 48), calls, from: 3, to: 48, seed)
  }

  /// Calls of one task, within each other or one after another: the quick way says the same as the other.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func timesOfOneTaskAreThoseOfEveryTick(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var calls: [SegmentCall] = []
    var open: [Int] = []
    var now: Int64 = 0
    for _ in 0..<16 {
      now += Int64.random(in: 0...3, using: &random)
      if Bool.random(using: &random), open.count < 4 {
        let name = Int.random(in: 0...3, using: &random)
        calls.append(SegmentCall(name: name, parent: open.last ?? -1, begin: now, end: 0))
        open.append(calls.count - 1)
      } else if let last = open.popLast() {
        end(last, at: now, &calls)
      }
    }
    while let last = open.popLast() { end(last, at: now, &calls) }
    var times = SegmentTimes()
    times.sumUp(calls, count: calls.count)
    check(times, calls, from: 0, to: now, seed)
    #expect(times == SegmentTimes(of: calls, from: 0, to: now), "seed \(seed): \(calls)")
  }

  private func end(_ call: Int, at now: Int64, _ calls: inout [SegmentCall]) {
    calls[call].end = now
    let parent = calls[call].parent
    if parent >= 0 { calls[parent].within += calls[call].duration }
  }

  @Test func whatIsWithinACallThatHasNotEndedIsWithinItsParent() {
    let calls = [
      SegmentCall(name: 0, parent: -1, begin: 0, end: 10),
      SegmentCall(name: 1, parent: 0, begin: 1, end: SegmentCall.open),
      SegmentCall(name: 2, parent: 1, begin: 2, end: 6),
    ]
    let times = SegmentTimes(of: calls, from: 0, to: 10)
    #expect(times.segments.map(\.name) == [0, 2] && times.segments.map(\.parent) == [-1, 0])
    #expect(times.segments.map(\.selfTime) == [6, 4])
  }

  @Test func durationsFromElsewhereAreAddedAndAreNoSelfTimeOfTheirParent() {
    let calls = [
      SegmentCall(name: 0, parent: -1, begin: 0, end: 10, within: 7),
      SegmentCall(name: 1, parent: 0, begin: 0, end: 4, isAmount: true),
      SegmentCall(name: 1, parent: 0, begin: 0, end: 3, isAmount: true),
    ]
    var times = SegmentTimes()
    times.sumUp(calls, count: calls.count)
    #expect(times == SegmentTimes(of: calls, from: 0, to: 10) && times.covered == 10)
    #expect(times.segments.map(\.time) == [10, 7] && times.segments.map(\.selfTime) == [3, 7])
  }
}
