// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Synchronization
import Testing

@Suite struct LoadTestTests {
  private struct Refused: Error {}

  /// What the operations of a run saw, from any task.
  private final class Log: Sendable {
    let contexts = Guarded<[LoadContext]>([])
    let running = Atomic<Int>(0)
    let peak = Atomic<Int>(0)

    func enter(_ context: LoadContext) {
      contexts.withLock { $0.append(context) }
      let now = running.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
      peak.max(now, ordering: .sequentiallyConsistent)
    }

    func leave() {
      running.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
  }

  @Test(arguments: [(1, 50), (16, 240), (3, 1_000), (16, 5)])
  func eachRequestRunsOnceWithATicketOfItsOwn(users: Int, requests: Int) async throws {
    let log = Log()
    let report = try await LoadTest("work", .users(users, requests: requests)) { context in
      log.enter(context)
      try await Task.sleep(for: .milliseconds(1))
      log.leave()
    }.run()
    let contexts = log.contexts.withLock(\.self)
    #expect(contexts.map(\.iteration).sorted() == Array(0..<requests))
    #expect(contexts.allSatisfy { (0..<users).contains($0.user) })
    #expect(log.peak.load(ordering: .relaxed) <= users)
    #expect(report.count == requests && report.latency?.count == requests)
    #expect(report.load == "\(LoadProfile.users(users, requests: requests))")
    let tooFew = Warning.fewerRequestsThanUsers(requests: requests, users: users)
    #expect(report.warnings.contains(tooFew) == (requests < users))
  }

  /// Every user waits until all are in the operation: it ends only if all of them run at once.
  @Test func usersWorkAtOnce() async throws {
    let log = Log()
    let report = try await LoadTest("work", .users(16, requests: 16)) { context in
      log.enter(context)
      while log.peak.load(ordering: .relaxed) < 16 { try await Task.sleep(for: .milliseconds(1)) }
    }.run()
    #expect(log.peak.load(ordering: .relaxed) == 16 && report.peakInFlight == 16)
  }

  @Test func figuresComeFromTheClock() async throws {
    let clock = ManualClock()
    let report = try await LoadTest("work", .sequential(20)) { context in
      clock.advance(by: .milliseconds(context.iteration + 1))
    }.run(time: clock.source)
    // 1 + 2 + … + 20 = 210 ms; nearest rank of 0.95 · 20 is the 19th.
    #expect(report.elapsed == .milliseconds(210))
    #expect(report.latency?.p95 == .milliseconds(19) && report.latency?.max == .milliseconds(20))
    #expect(report.throughput == .perSecond(20 / 0.21))
  }

  @Test func noOperationStartsOnceTheTimeIsUp() async throws {
    let clock = ManualClock()
    let report = try await LoadTest("work", .users(1, for: .milliseconds(10))) { _ in
      clock.advance(by: .milliseconds(4))
    }.gracePeriod(.seconds(3_600)).run(time: clock.source)
    // Starts at 0, 4 and 8 ms; the one at 8 ms ends at 12 ms and counts.
    #expect(report.count == 3 && report.elapsed == .milliseconds(12))
  }

  @Test func thrownErrorsAreFailuresAndEndNothing() async throws {
    let report = try await LoadTest("work", .users(4, requests: 100)) { context in
      if context.iteration % 10 == 3 { throw Refused() }
      if context.iteration % 50 == 7 { throw CancellationError() }
    }.run()
    #expect(report.count == 100 && report.errorRate == 0.12)
    #expect(report.failures == [FailureKind("Refused()"): 10, .cancelled: 2])
    #expect(report.latency?.count == 88 && report.total.failedLatency?.count == 12)
  }

  @Test(arguments: [
    LoadProfile.sequential(0), .users(0, requests: 10), .users(4, requests: 0),
    .users(4, for: .zero),
    .users(0, for: .seconds(1)),
  ])
  func loadOfNothingGivesAReportOfNothing(profile: LoadProfile) async throws {
    let report = try await LoadTest("work", profile) { _ in Issue.record("ran") }.run()
    #expect(report.count == 0 && report.latency == nil && report.throughput == nil)
  }

  @Test(arguments: [LoadProfile.users(4, requests: .max), .users(4, for: .seconds(86_400))])
  func cancellationStopsTheLoad(profile: LoadProfile) async throws {
    let flag = Flag()
    let run = Task {
      try await LoadTest("work", profile) { _ in
        flag.raise()
        try await Task.sleep(for: .milliseconds(1))
      }.run()
    }
    while !flag.isRaised { await Task.yield() }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
  }

  private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isRaised: Bool { value.load(ordering: .acquiring) }
    func raise() { value.store(true, ordering: .releasing) }
  }

  /// Compiles only if a sequential operation may capture what is not `Sendable`.
  @MainActor @Test func sequentialOperationsStayOnTheCallersActor() async throws {
    final class Box { var value = 0 }
    let box = Box()
    let report = try await LoadTest("work", .sequential(10)) { _ in
      MainActor.assertIsolated()
      await Task.yield()
      MainActor.assertIsolated()
      box.value += 1
    }.run()
    #expect(box.value == 10 && report.count == 10)
  }

  @Test(arguments: [
    LoadProfile.users(.max, requests: 3), .users(2, requests: 3).thinking(for: .zero),
    .users(3, iterationsEach: 1), .phases([.pause(.zero), .phase("only", .sequential(3))]),
    .arrivals(perSecond: 1_000, for: .milliseconds(3), maxInFlight: 1_000_000),
  ])
  func unusualNumbersAreServed(profile: LoadProfile) async throws {
    let report = try await LoadTest("work", profile) { _ in }.run()
    #expect(report.count == 3)
  }

  /// A hundred users that hold their threads: each waits for all others.
  @Test func blockingUsersRunAtOnce() async throws {
    let log = Log()
    let report = try await LoadTest("work", .users(100, requests: 100), execution: .blocking) {
      log.enter($0)
      while log.peak.load(ordering: .relaxed) < 100 { SystemYield.now() }
    }.run()
    #expect(report.count == 100 && report.peakInFlight == 100)
  }

  @Test func usersMakeAsManyIterationsEach() async throws {
    let log = Log()
    let report = try await LoadTest("work", .users(5, iterationsEach: 8)) { log.enter($0) }.run()
    let contexts = log.contexts.withLock(\.self)
    #expect(report.count == 40 && contexts.map(\.iteration).sorted() == Array(0..<40))
    for user in 0..<5 { #expect(contexts.count { $0.user == user } == 8) }
  }

  @Test func usersStartOneAfterAnother() async throws {
    let log = Log()
    let profile = LoadProfile.users(4, spawnRate: 20, for: .milliseconds(400))
    let start = TimeSource.monotonic.nanoseconds()
    let firsts = Shared<[Int: Int64]>([:])
    _ = try await LoadTest("work", profile, execution: .blocking) { context in
      log.enter(context)
      let now = TimeSource.monotonic.nanoseconds()
      firsts.change { $0[context.user] = min($0[context.user] ?? .max, now) }
      _ = await sleep(until: now + 10_000_000)
    }.run()
    for (user, first) in firsts.value {
      #expect(first - start >= Int64(user) * 50_000_000)
    }
  }

  /// Else the load would last until the end of the grace period, an hour.
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func nobodyWaitsBeyondTheEnd(execution: LoadExecution) async throws {
    let profiles = [
      LoadProfile.users(3, for: .milliseconds(300)).thinking(for: .seconds(3_600)),
      .users(10, spawnRate: 1, for: .milliseconds(300)).thinking(for: .seconds(3_600)),
    ]
    for profile in profiles {
      let report = try await LoadTest("work", profile, execution: execution) { _ in }
        .gracePeriod(.seconds(3_600)).run()
      let elapsed = try #require(report.elapsed)
      #expect(report.count <= 3 && report.generator?.unfinishedCount == 0)
      #expect(elapsed >= .milliseconds(300) && elapsed < .seconds(3_600), "\(profile)")
    }
  }

  @Test(arguments: [
    LoadProfile.users(3, requests: 3), .users(3, iterationsEach: 1), .sequential(1),
  ])
  func nobodyThinksAfterTheLastOperation(profile: LoadProfile) async throws {
    let thinking = profile.thinking(for: .seconds(3_600))
    for timeout in [nil, Duration.seconds(60)] {
      var test = LoadTest("work", thinking) { _ in }
      if let timeout { test = test.timeout(timeout) }
      #expect(try await test.run().count == profile.operations)
    }
    let blocking = LoadTest("work", thinking, execution: .blocking) { (_: LoadContext) in }
    #expect(try await blocking.run().count == profile.operations)
  }

  @Test func resultsOfOperationsAreDropped() async throws {
    let report = try await LoadTest("work", .users(2, requests: 4)) { $0.iteration }.run()
    #expect(report.count == 4)
  }

  /// Counted by the library and by the operation itself.
  @Test func peakIsTheMostThatRanAtOnce() async throws {
    let log = Log()
    let report = try await LoadTest("work", .users(8, requests: 64)) { context in
      log.enter(context)
      try await Task.sleep(for: .milliseconds(1))
      log.leave()
    }.run()
    let seen = log.peak.load(ordering: .relaxed)
    let peak = try #require(report.peakInFlight)
    // An operation is in flight a little before and after its body runs.
    #expect((seen...8).contains(peak))
    let alone = try await LoadTest("work", .sequential(20)) { _ in await Task.yield() }.run()
    #expect(alone.peakInFlight == 1 && !alone.warnings.contains(.idleUsers(1, peak: 1)))
  }

  @Test func operationThatCancelsItsUserMakesTheRestFail() async throws {
    let report = try await LoadTest("work", .users(4, requests: 40)) { _ in
      withUnsafeCurrentTask { $0?.cancel() }
      try await Task.sleep(for: .milliseconds(1))
    }.run()
    #expect(report.count == 40 && report.failures == [.cancelled: 40])
  }

  /// Compiles only if an asynchronous method of the caller can be called and handed over.
  @Test func operationsCanBeMethods() async throws {
    let report = try await LoadTest("work", .sequential(3), operation: yield).run()
    let both = try await LoadTest("work", .users(2, requests: 4), operation: Self.yieldAtOnce).run()
    #expect(report.count == 3 && both.count == 4)
  }

  @Sendable private func yield(_ context: LoadContext) async throws { await Task.yield() }

  @Sendable private static func yieldAtOnce(_ context: LoadContext) async throws {
    await Task.yield()
  }

  @Test func clockThatStepsBackIsSaidAndDoesNotEndTheRun() async throws {
    let clock = ManualClock()
    let report = try await LoadTest("work", .sequential(10)) { context in
      clock.advance(by: .milliseconds(context.iteration == 4 ? -100 : 1))
    }.run(time: clock.source)
    #expect(report.count == 10 && report.latency?.count == 9)
    #expect(report.warnings.first == .clockSteps(1))
    #expect(report.elapsed == .zero && report.throughput == nil)
  }
}

extension LoadProfile {
  /// The operations that users are to make.
  fileprivate var operations: Int? {
    if case .closed(let load) = kind { load.operations } else { nil }
  }
}

/// Lets other threads run.
private enum SystemYield {
  static func now() {
    let end = TimeSource.monotonic.nanoseconds() + 100_000
    while TimeSource.monotonic.nanoseconds() < end {}
  }
}
