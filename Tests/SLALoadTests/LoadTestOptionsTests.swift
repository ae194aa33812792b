// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadTestOptionsTests {
  private struct Refused: Error {}

  // MARK: Timeout

  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func operationsAreCancelledAndCountedAtTheLimit(execution: LoadExecution) async throws {
    let report = try await LoadTest("work", .users(4, requests: 20), execution: execution) {
      if $0.iteration < 5 { try await Task.sleep(for: .seconds(600)) }
    }.timeout(.seconds(4)).run()
    #expect(report.count == 20 && report.latency?.count == 15)
    let kind = FailureKind(.timeout, reason: "no end within 4 s")
    #expect(report.failures == [kind: 5])
    #expect(try #require(report.total.failedLatency).min >= .seconds(4))
  }

  /// Operations that never end and heed nothing: their users go on, on new threads where they have one.
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func operationsThatHeedNothingAreLeftBehind(execution: LoadExecution) async throws {
    let report = try await LoadTest("work", .users(2, requests: 12), execution: execution) {
      if $0.iteration < 4 {
        await neverEnding()
      }
    }.timeout(.seconds(2)).run()
    #expect(report.count == 12 && report.failures.values.reduce(0, +) == 4)
  }

  @Test func threadsThatAreHeldAreReplaced() async throws {
    let mayEnd = Shared(false)
    let report = try await LoadTest("work", .users(1, requests: 3), execution: .blocking) {
      if $0.iteration == 0 { while !mayEnd.value { SystemPause.briefly() } }
    }.timeout(.milliseconds(300)).run()
    mayEnd.change { $0 = true }
    #expect(report.count == 3 && report.total.failureCount == 1)
  }

  /// Four operations that never end, beside the two users who go on.
  @Test func whatGoesOnAfterItsTimeoutIsInFlightAndSaid() async throws {
    let report = try await LoadTest("work", .users(2, requests: 12), execution: .blocking) {
      guard $0.iteration < 4 else { return await pause(.milliseconds(60)) }
      await neverEnding()
    }.timeout(.seconds(2)).run()
    #expect(report.generator?.overrunCount == 4 && report.peakInFlight == 6)
    let warning = Warning.overran(4, inFlight: 6, of: 2)
    #expect(report.warnings.contains(warning))
    #expect("\(warning)".hasPrefix("4 operations went on after the timeout; up to 6 were really"))
  }

  /// Three may be in flight, and three never end: nobody else begins.
  @Test func whatGoesOnAfterItsTimeoutKeepsArrivalsOut() async throws {
    let profile = LoadProfile.arrivals(perSecond: 100, for: .milliseconds(400), maxInFlight: 3)
    let report = try await LoadTest("work", profile, execution: .blocking) { _ in
      await neverEnding()
    }.timeout(.seconds(1)).run()
    #expect(report.count == 3 && report.generator?.droppedCount == 37)
    #expect(report.peakInFlight == 3)
  }

  /// Each call holds its thread for far longer than its timeout: some 64 threads are left to calls, not more.
  @Test func threadsAreLeftToOperationsInBounds() async throws {
    let begun = Shared(0)
    let mayEnd = DispatchSemaphore(value: 0)
    let report = try await LoadTest("work", .users(2, requests: 72), execution: .blocking) {
      (_: LoadContext) in
      begun.change { $0 += 1 }
      mayEnd.wait()
    }.timeout(.milliseconds(5)).run()
    #expect(report.count == 72 && report.total.failureCount == 72 && begun.value <= 68)
    for _ in 0..<72 { mayEnd.signal() }
  }

  @Test func sequentialOperationsCountAsTimeoutsToo() async throws {
    let clock = ManualClock()
    let report = try await LoadTest("work", .sequential(4)) { context in
      clock.advance(by: .milliseconds(context.iteration == 2 ? 80 : 50))
    }.timeout(.milliseconds(50)).run(time: clock.source)
    #expect(report.latency?.count == 3)
    #expect(report.failures == [FailureKind(.timeout, reason: "no end within 50 ms"): 1])
  }

  // MARK: Grace

  @Test func workInFlightHasAGracePeriodAndCounts() async throws {
    let report = try await LoadTest(
      "work",
      .users(3, for: .milliseconds(300)),
      execution: .blocking
    ) {
      _ in await pause(.milliseconds(400))
    }.run()
    #expect((1...3).contains(report.count) && report.total.failureCount == 0)
    #expect(try #require(report.elapsed) >= .milliseconds(400))
    #expect(report.generator?.unfinishedCount == 0)
  }

  @Test func whatIsNotDoneThenIsCancelledAndCountedApart() async throws {
    let profiles = [
      LoadProfile.users(4, for: .milliseconds(400)),
      .arrivals(perSecond: 40, for: .milliseconds(400)),
    ]
    for profile in profiles {
      let begun = Shared(0)
      let report = try await LoadTest("work", profile, execution: .blocking) { _ in
        let number = begun.value
        begun.change { $0 += 1 }
        if number >= 2 { await pause(.seconds(600)) }
      }.gracePeriod(.milliseconds(50)).run()
      let unfinished = try #require(report.generator).unfinishedCount
      #expect(unfinished == begun.value - report.count && unfinished >= 1, "\(profile)")
      #expect(report.total.failureCount == 0 && report.generator?.abandonedCount == 0)
      let warning = Warning.unfinished(unfinished, abandoned: 0, gracePeriod: .milliseconds(50))
      #expect(report.warnings.contains(warning))
      // Nothing more ended, but the time of the load went on: it is in the throughput.
      #expect(try #require(report.elapsed) >= .milliseconds(400))
    }
  }

  @Test func whatNeverEndsIsAbandoned() async throws {
    let report = try await LoadTest(
      "work",
      .users(2, for: .milliseconds(400)),
      execution: .blocking
    ) { _ in
      await neverEnding()
    }.gracePeriod(.milliseconds(20)).run()
    #expect(report.count == 0)
    let generator = try #require(report.generator)
    #expect(generator.unfinishedCount >= 1)
    #expect(generator.abandonedCount == generator.unfinishedCount)
  }

  @Test func cancellationLeavesWhatHeedsNothing() async throws {
    let hasBegun = Shared(false)
    let run = Task {
      try await LoadTest("work", .users(2, requests: 10)) { _ in
        hasBegun.change { $0 = true }
        await neverEnding()
      }.run()
    }
    while !hasBegun.value { await Task.yield() }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
  }

  // MARK: Warm-up

  @Test func warmUpsAreInNoFigure() async throws {
    for profile in [LoadProfile.users(4, requests: 30), .burst(30)] {
      let calls = Shared(0)
      let report = try await LoadTest("work", profile) { _ in
        calls.change { $0 += 1 }
        if calls.value <= 10 { throw Refused() }
      }.warmUp(requests: 20).run()
      #expect(calls.value == 50 && report.count == 30 && report.generator?.warmUpCount == 20)
      #expect(try #require(report.load).hasSuffix(", after 20 to warm up"))
    }
  }

  @Test func warmUpsThatWarmNothingAreSaid() async throws {
    let calls = Shared(0)
    let failing = try await LoadTest("work", .users(2, requests: 5)) { _ in
      calls.change { $0 += 1 }
      if calls.value <= 20 { throw Refused() }
    }.warmUp(requests: 20).run()
    let warning = Warning.allFailed(20, reason: FailureKind("Refused()")).inWarmUp
    #expect(failing.count == 5 && failing.warnings.contains(warning))
    #expect("\(warning)".hasPrefix("in the warm-up: no operation of 20 succeeded"))
    let nothing = try await LoadTest("work", .sequential(3)) { _ in }.warmUp(requests: 0).run()
    #expect(nothing.warnings.allSatisfy { $0 != .madeNothing.inWarmUp })
  }

  @Test func whatWarmUpsLeaveBehindIsSaid() async throws {
    let isFirst = Shared(true)
    let report = try await LoadTest("work", .users(1, requests: 5), execution: .blocking) { _ in
      let wasFirst = isFirst.value
      isFirst.change { $0 = false }
      if wasFirst { await neverEnding() }
    }.warmUp(for: .milliseconds(100)).gracePeriod(.milliseconds(20)).run()
    let unfinished = Warning.unfinished(1, abandoned: 1, gracePeriod: .milliseconds(20))
    #expect(report.count == 5 && report.generator?.unfinishedCount == 0)
    #expect(report.warnings.contains(unfinished.inWarmUp))
    #expect(report.warnings.contains(.madeNothing.inWarmUp))
    #expect("\(Warning.madeNothing.inWarmUp)" == "in the warm-up: no operation ended")
  }

  @Test func sequentialLoadsWarmUpToo() async throws {
    var calls = 0
    let report = try await LoadTest("work", .sequential(5)) { _ in calls += 1 }
      .warmUp(requests: 7).run()
    #expect(calls == 12 && report.count == 5)
  }

  @Test func warmUpsCanLastSomeTime() async throws {
    let report = try await LoadTest("work", .users(2, requests: 10), execution: .blocking) { _ in
      await pause(.milliseconds(1))
    }.warmUp(for: .milliseconds(300)).run()
    #expect(report.count == 10)
    #expect(try #require(report.generator).warmUpCount > 0)
  }

  // MARK: Judge, settling

  @Test func aJudgeEndsWhatIsLost() async throws {
    let report = try await LoadTest("work", .users(4, requests: 1_000_000)) { _ in
      await Task.yield()
      throw Refused()
    }.stopEarly { ($0.errorRate ?? 0) > 0.5 && $0.count >= 100 }.run()
    #expect((100..<100_000).contains(report.count))
    #expect(report.generator?.isStoppedEarly == true)
    #expect(try #require(report.load).hasSuffix(", stopped early"))
    #expect(!report.warnings.contains(.requestsNotMade(report.count, of: 1_000_000)))
  }

  /// Users that think, or have not started yet, would else wait out their hour.
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func aStopWakesThoseWhoWait(execution: LoadExecution) async throws {
    let profiles = [
      LoadProfile.users(20, for: .seconds(7_200)).thinking(for: .seconds(3_600)),
      .users(4, spawnRate: 0.001, for: .seconds(7_200)),
    ]
    for profile in profiles {
      let test = LoadTest("work", profile, execution: execution) { _ in await Task.yield() }
      let report = try await test.stopEarly { $0.count >= 10 }.run()
      #expect(report.count >= 10 && report.generator?.isStoppedEarly == true)
      let elapsed = try #require(report.elapsed)
      #expect(elapsed < .seconds(60))
    }
  }

  @Test func warmUpsAreNotJudged() async throws {
    let report = try await LoadTest("work", .users(2, requests: 100)) { _ in }
      .warmUp(requests: 500).stopEarly { $0.count > 100 }.run()
    #expect(report.count == 100 && report.generator?.warmUpCount == 500)
  }

  @Test func aJudgeThatIsNeverSureChangesNothing() async throws {
    let report = try await LoadTest("work", .users(4, requests: 500)) { _ in }
      .stopEarly { _ in false }.run()
    #expect(report.count == 500 && report.generator?.isStoppedEarly == false)
  }

  @Test func settlingIsWaitedFor() async throws {
    let backlog = Shared(0)
    let test = LoadTest("work", .users(2, requests: 10)) { _ in backlog.change { $0 += 1 } }
    let settled = try await test.settle(within: .seconds(60)) {
      backlog.change { $0 -= 1 }
      return backlog.value <= 0
    }.run()
    #expect(try #require(settled.settling?.duration) >= .zero)
    let restless = try await test.settle(within: .milliseconds(30)) { throw Refused() }.run()
    #expect(restless.settling == Settling(limit: .milliseconds(30), duration: nil))
    #expect(restless.warnings.contains(.notSettled(limit: .milliseconds(30))))
  }

  @Test func optionsOfNothingTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = LoadTest("x", .sequential(1)) { _ in }.timeout(.zero)
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadTest("x", .sequential(1)) { _ in }.warmUp(requests: -1)
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadTest("x", .sequential(1)) { _ in }.gracePeriod(.seconds(-1))
    }
  }
}

/// A wait that needs none of Swift's own threads, which other tests may keep busy for seconds.
private func pause(_ duration: Duration) async {
  _ = await sleep(until: TimeSource.monotonic.nanoseconds() + Int64(duration / .nanoseconds(1)))
}

/// A short wait that holds its thread.
private enum SystemPause {
  static func briefly() {
    let end = TimeSource.monotonic.nanoseconds() + 1_000_000
    while TimeSource.monotonic.nanoseconds() < end {}
  }
}
