// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

/// Requirements of each part of a run by itself.
@Suite struct WindowTests {
  /// A run of 60 s with 10 operations a second, of which those from 20 s to 30 s are slow or fail.
  private func report(
    slow: Duration = .milliseconds(400),
    failing: Int = 0,
    pausing: Bool = false,
    elapsed: Duration = .seconds(60),
    setUps: [RecordedOperation] = []
  ) -> LoadReport {
    var timeline = Timeline()
    let recorder = WorkerRecorder(origin: 0)
    for number in 0..<600 {
      let start = Int64(number) * 100_000_000
      let isBad = (200..<300).contains(number)
      if isBad, pausing { continue }
      let duration = isBad ? slow : .milliseconds(20)
      let failure = isBad && number < 200 + failing ? FailureKind(.timeout) : nil
      let end = start + 1_000_000
      timeline.record(duration.wholeNanoseconds, endingAt: end, failed: failure != nil)
      recorder.record(from: end - duration.wholeNanoseconds, to: end, failure: failure)
    }
    return LoadReport(
      "search",
      load: "1 user",
      elapsed: elapsed,
      operations: [RecordedOperation("search", recorder.recording, timeline: timeline)],
      setUps: setUps,
      timeline: timeline
    )
  }

  private let limit = (Metric.p95 <= .milliseconds(300)).inEvery(.seconds(10))

  @Test func worstWindowDecidesAndIsNamed() {
    let verdict = limit.verdict(on: report())
    #expect(verdict.status == .missed)
    #expect(
      verdict.parts.map(\.name) == [
        "0 s to 10 s", "10 s to 20 s", "20 s to 30 s", "30 s to 40 s", "40 s to 50 s",
        "50 s to 60 s",
      ]
    )
    #expect(verdict.parts.map(\.status) == [.met, .met, .missed, .met, .met, .met])
    // At most 0.8 % too high, and never above the longest.
    #expect(verdict.observed?.duration == .milliseconds(400) && verdict.count == 100)
    // The run as a whole has 100 slow of 600: its median does not show them.
    #expect((Metric.p50 <= .milliseconds(300)).verdict(on: report()).status == .met)
    #expect(limit.verdict(on: report(slow: .milliseconds(290))).status == .met)
  }

  @Test func operationsHaveTheirOwnWindows() {
    #expect(limit.on("search").verdict(on: report()).status == .missed)
    let every = limit.onEvery().verdict(on: report())
    #expect(every.status == .missed && every.parts[2].name == "search, 20 s to 30 s")
  }

  /// Users log in before the windows of a run begin.
  @Test func setUpsHaveNoWindows() {
    let recorder = WorkerRecorder()
    for _ in 0..<30 { recorder.record(.seconds(2)) }
    let report = report(slow: .milliseconds(20), setUps: [.init("log in", recorder.recording)])
    let every = limit.onEvery().verdict(on: report)
    #expect(every.status == .met && every.parts.count == 6)
    #expect((Metric.p95 <= .milliseconds(300)).onEvery().verdict(on: report).status == .missed)
    #expect(limit.on("log in").verdict(on: report).status == .undecided)
  }

  @Test func errorsAndThroughputAreJudgedByWindow() {
    let errors = (Metric.errorRate <= 0.05).inEvery(.seconds(10))
    let failing = report(failing: 50)
    #expect((Metric.errorRate <= 0.1).verdict(on: failing).status == .met)
    let verdict = errors.verdict(on: failing)
    #expect(verdict.status == .missed && verdict.observed?.share == 0.5)
    let rate = (Metric.throughput >= .perSecond(8)).inEvery(.seconds(10)).verdict(on: failing)
    #expect(rate.status == .missed && rate.observed?.rate == .perSecond(5))
    let most = (Metric.max <= .milliseconds(399)).inEvery(.seconds(10)).verdict(on: report())
    #expect(most.observed?.duration == .milliseconds(400) && most.status == .missed)
  }

  /// A service that answers nothing for 10 s has no slow answers in that window: that is not met.
  @Test func windowWithoutOperationsIsUndecided() {
    let verdict = limit.verdict(on: report(pausing: true))
    #expect(verdict.status == .undecided && verdict.indecision == .nothingMeasured)
    #expect(verdict.parts.map(\.status) == [.met, .met, .undecided, .met, .met, .met])
  }

  /// 10 operations in a second cannot have a P95.
  @Test func windowWithTooFewOperationsIsUndecided() {
    let short = (Metric.p95 <= .milliseconds(300)).inEvery(.seconds(1))
    let verdict = short.verdict(on: report(slow: .milliseconds(20)))
    #expect(verdict.indecision == .tooFewSamples(10, needed: 20))
    // What is too slow even so is missed.
    #expect(short.verdict(on: report()).status == .missed)
  }

  @Test func windowsMustBeWholeIntervals() {
    // A run of a minute has intervals of 1 s.
    let verdict = (Metric.p50 <= .seconds(1)).inEvery(.milliseconds(1_500)).verdict(on: report())
    #expect(verdict.indecision == .windowsTooFine(interval: .seconds(1)))
  }

  @Test func recordersHaveNoTimeline() {
    let recorder = LatencyRecorder("write")
    for _ in 0..<100 { recorder.record(.milliseconds(1)) }
    #expect(limit.verdict(on: recorder).indecision == .noTimeline)
  }

  /// The last window is that of the last 25 s, and no longer: its end is not thinned.
  @Test func restOfARunIsInAWindowOfTheSameLength() {
    let verdict = (Metric.p95 <= .seconds(1)).inEvery(.seconds(25)).verdict(on: report())
    #expect(verdict.parts.map(\.name) == ["0 s to 25 s", "25 s to 50 s", "35 s to 60 s"])
    #expect(verdict.parts.map(\.count) == [250, 250, 250])
  }

  /// 1 / (1 − 0.9) is a little more than 10 in binary.
  @Test func tenOperationsAreEnoughForATenth() {
    let second = Duration.seconds(1)
    for requirement in [Metric.p90 <= .milliseconds(300), .successRate >= 0.9] {
      let verdict = requirement.inEvery(second).verdict(on: report(slow: .milliseconds(20)))
      #expect(verdict.status == .met && verdict.count == 10, "\(requirement)")
    }
    let rarer = (Metric.percentile(0.91) <= .milliseconds(300)).inEvery(second)
    let verdict = rarer.verdict(on: report(slow: .milliseconds(20)))
    #expect(verdict.indecision == .tooFewSamples(10, needed: 12))
  }

  /// A share of 5 % needs 20 operations, whatever asks for it.
  @Test func windowsTooSmallForAShareAreUndecided() {
    let steady = report(slow: .milliseconds(20))
    for requirement in [
      Metric.shareWithin(.milliseconds(300)) >= 0.95, .errorRate <= 0.05, .successRate >= 0.95,
    ] {
      let short = requirement.inEvery(.seconds(1)).verdict(on: steady)
      #expect(short.indecision == .tooFewSamples(10, needed: 20), "\(requirement)")
      #expect(requirement.inEvery(.seconds(2)).verdict(on: steady).status == .met)
    }
  }

  /// No throughput is a figure, and no count.
  @Test func windowOfNothingHasNoThroughput() {
    let paused = report(pausing: true)
    let throughput = (Metric.throughput >= .perSecond(1)).inEvery(.seconds(10)).verdict(on: paused)
    #expect(throughput.status == .missed && throughput.observed?.rate == .perSecond(0))
    let count = (Metric.count >= 1).inEvery(.seconds(10)).verdict(on: paused)
    #expect(count.status == .missed && count.observed?.count == 0)
  }

  @Test func deadbandsAreWarnedOfByWindowToo() {
    let wide = (Metric.p95 <= .milliseconds(300)).deadband(0.5).inEvery(.seconds(10))
    let verdict = wide.verdict(on: report())
    #expect(verdict.status == .met && verdict.warnings == [.withinDeadband("\(wide)")])
  }
}
