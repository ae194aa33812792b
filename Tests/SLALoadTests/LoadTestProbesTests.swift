// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadTestProbesTests {
  private struct Refused: Error {}

  private func load(_ milliseconds: Int) -> LoadTest {
    // On threads of its own, for other tests may keep Swift's busy for seconds.
    LoadTest("work", .users(2, for: .milliseconds(milliseconds)), execution: .blocking) { _ in
      _ = await sleep(until: TimeSource.monotonic.nanoseconds() + 1_000_000)
    }
  }

  @Test func gaugesAreReadBeforeDuringAndAfter() async throws {
    let depth = Shared(0)
    let report = try await LoadTest("work", .users(2, for: .milliseconds(100))) { _ in
      depth.change { $0 += 1 }
      try await Task.sleep(for: .milliseconds(1))
      depth.change { $0 -= 1 }
    }.probe("depth", every: .milliseconds(5)) { depth.value }.run()
    let probe = try #require(report.probe("depth"))
    #expect(try #require(probe.samples.first).time <= .zero)
    #expect(try #require(probe.samples.last).time >= probe.loadEnd)
    #expect(probe.samples.contains { $0.time > .zero && $0.time < probe.loadEnd })
    #expect(probe.min == 0 && probe.last == 0)
    #expect(try #require(probe.max) <= 2)
    #expect(probe.drained(to: 0) != nil)
  }

  @Test func gaugesThatThrowLeaveGaps() async throws {
    let calls = Shared(0)
    let report = try await load(100).probe("flaky", every: .milliseconds(10)) { () -> Double in
      calls.change { $0 += 1 }
      if calls.value == 3 { throw Refused() }
      return 7
    }.run()
    let probe = try #require(report.probe("flaky"))
    #expect(probe.min == 7 && probe.max == 7)
    // A machine that is slow to answer leaves gaps of its own.
    #expect(probe.gaps.count { $0.reason == "Refused()" } == 1)
    #expect(report.warnings.contains { "\($0)".hasPrefix("probe \"flaky\" has ") })
  }

  @Test func gaugesThatNeverAnswerDelayNothing() async throws {
    let report = try await load(50).probe("stuck", every: .milliseconds(10)) { () -> Int in
      await neverEnding()
      return 0
    }.run()
    #expect(report.count > 0)
    let probe = try #require(report.probe("stuck"))
    #expect(probe.samples.isEmpty && probe.max == nil && probe.drained(to: 0) == nil)
    #expect(probe.gaps.map(\.reason) == ["no answer from the gauge"])
    #expect("\(probe)" == "stuck: no readings")
  }

  /// Each answers only when all have been asked: those that started one after another would wait in vain, for a
  /// second each, and have a gap for it.
  @Test func probesStartTogether() async throws {
    let gate = StartGate(for: 4)
    let test = (0..<4).reduce(load(30)) { test, number in
      test.probe("gauge \(number)", every: .milliseconds(2_500)) {
        try await gate.arrive()
        return number
      }
    }
    let report = try await test.run()
    #expect(report.probes.map(\.name) == (0..<4).map { "gauge \($0)" })
    for (number, probe) in report.probes.enumerated() {
      #expect(try #require(probe.samples.first).time <= .zero)
      #expect(probe.last == Double(number) && probe.gaps.isEmpty)
    }
  }

  /// As a load does that cannot begin for want of threads.
  @Test(.timeLimit(.minutes(1))) func probesThatNobodyStopsEnd() async throws {
    weak var gauge: Shared<Int>?
    do {
      let readings = Shared(0)
      gauge = readings
      let probe = Probe("readings", every: .milliseconds(1)) {
        readings.change { $0 += 1 }
        return 0
      }
      let probes = try await ProbeRuns(starting: [probe])
      #expect(readings.value > 0)
      _ = consume probes
    }
    while gauge != nil { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test func whatIsNoNumberIsAGap() async throws {
    let report = try await load(30).probe("bad", every: .milliseconds(10)) { Double.nan }.run()
    #expect(report.probe("bad")?.samples.isEmpty == true)
    #expect(report.probe("bad")?.gaps.first?.reason == "the gauge gave nan")
  }

  /// Both threads of Swift's pool and more compute: the probe's own thread goes on.
  @Test func computingOperationsDoNotStarveProbes() async throws {
    let report = try await LoadTest("compute", .users(8, for: .milliseconds(200))) { _ in
      var sum: UInt64 = 0
      for number in 0..<200_000 { sum &+= UInt64(number) &* sum ^ 3 }
      return sum
    }.probe("level", every: .milliseconds(5)) { 1 }.run()
    let during = try #require(report.probe("level")).samples.filter {
      $0.time > .zero && $0.time < .milliseconds(200)
    }
    #expect(during.count >= 3)
  }

  @Test func theProcessCanBeProbed() async throws {
    let gauges = [ProcessGauge.cpu, .residentMemory, .openFiles, .threads]
    let test = gauges.reduce(load(60)) { $0.probe($1, every: .milliseconds(10)) }
    let report = try await test.run()
    for gauge in gauges {
      let probe = try #require(report.probe(gauge))
      #expect(!probe.samples.isEmpty, "\(gauge)")
      #expect(!probe.gaps.contains { $0.reason == "the system does not tell" }, "\(gauge)")
      #expect(try #require(probe.min) >= 0)
    }
    #expect(try #require(report.probe(.residentMemory)?.max) > 1_000_000)
    #expect(try #require(report.probe(.threads)?.max) >= 2)
    #expect(try #require(report.probe(.openFiles)?.max) >= 3)
    #expect(report.probe("process cores used") != nil)
  }

  @Test func twoProbesOfANameTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = LoadTest("x", .sequential(1)) { _ in }.probe("a") { 1 }.probe("a") { 2 }
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadTest("x", .sequential(1)) { _ in }.probe("a", every: .microseconds(1)) { 1 }
    }
  }

  /// A backlog of which nobody knows before the limit that it is gone is not gone in time.
  @Test func anAnswerAfterTheLimitIsTooLate() async throws {
    let report = try await LoadTest("work", .sequential(1), execution: .blocking) { _ in }
      .settle(within: .milliseconds(20)) {
        _ = await sleep(until: TimeSource.monotonic.nanoseconds() + 200_000_000)
        return true
      }.run()
    #expect(report.settling == Settling(limit: .milliseconds(20), duration: nil))
  }

  @Test func withoutALimitItIsAskedOnce() async throws {
    let asked = Shared(0)
    let report = try await LoadTest("work", .sequential(1), execution: .blocking) { _ in }
      .settle(within: .zero) {
        asked.change { $0 += 1 }
        return true
      }.run()
    // While other tests keep Swift's threads busy, it may have no time to begin.
    #expect(asked.value == (report.settling?.duration == nil ? 0 : 1))
  }
}
