// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Synchronization
import Testing

@testable import SLALoad

@Suite struct LoadContextSegmentsTests {
  private struct Refused: Error {}
  private let clock = ManualClock()

  private func run(
    _ count: Int,
    _ operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Void
  ) async throws -> LoadReport {
    try await LoadTest("work", .users(1, requests: count), operation: operation)
      .run(time: clock.source)
  }

  private func pass(_ milliseconds: Int) { clock.advance(by: .milliseconds(milliseconds)) }

  @Test func callsAreTimedAndAddUpInAnOperation() async throws {
    let report = try await run(20) { context in
      for _ in 0..<3 { context.segment("parse") { pass(2) } }
      try await context.segment("store") { try await nothing(context.iteration + 1) }
      pass(1)
    }
    let operation = try #require(report.operation("work"))
    let parse = try #require(operation.segment("parse"))
    let store = try #require(operation.segment("store"))
    #expect(operation.segments.map(\.name) == ["parse", "store"] && report.segments.count == 2)
    #expect(parse.time?.p50 == .milliseconds(6) && parse.callCount == 60)
    #expect(parse.callsPerOperation == 3 && parse.runCount == 20 && parse.parent == nil)
    // 1 + 2 + … + 20 = 210 ms; nearest rank of 0.95 · 20 is the 19th.
    #expect(store.time?.p95 == .milliseconds(19) && store.time?.max == .milliseconds(20))
    // Of 20 · 6 + 210 + 20 = 350 ms.
    #expect(parse.share == 120.0 / 350 && store.selfShare == 210.0 / 350)
    #expect(operation.otherShare == 20.0 / 350 && operation.otherTime?.max == .milliseconds(1))
    #expect(store.p95Share == 19.0 / 26)
    #expect(!report.warnings.contains { "\($0)".contains("segment") })
  }

  private func nothing(_ milliseconds: Int) async throws { pass(milliseconds) }

  @Test func callsWithinCallsAreNoSelfTime() async throws {
    let report = try await run(5) { context in
      try await context.segment("db_total") {
        pass(1)
        context.segment("lock_wait") { pass(8) }
        try await context.segment("write") { inner in
          try await Task.sleep(for: .microseconds(10))
          inner.segment("lock_wait") { pass(3) }
        }
      }
    }
    let segments = report.segments
    #expect(segments.map(\.name) == ["db_total", "lock_wait", "write"])
    #expect(segments.map { $0.time?.p50 } == [12, 11, 3].map { .milliseconds($0) })
    #expect(segments.map { $0.selfTime?.p50 } == [1, 11, 0].map { .milliseconds($0) })
    // The lock is waited for within two of them.
    #expect(segments.map(\.parent) == [nil, nil, "db_total"])
  }

  @Test func childTasksAreWithinTheSegmentOfTheContextThatTheyUse() async throws {
    let gate = StartGate(for: 2)
    let report = try await run(1) { context in
      try await context.segment("load") { load in
        async let user: Void = load.segment("user") { try await gate.arrive() }
        async let cart: Void = load.segment("cart") {
          try await context.segment("query") {
            pass(4)
            try await gate.arrive()
          }
        }
        _ = try await (user, cart)
        pass(2)
      }
    }
    let operation = try #require(report.operation("work"))
    #expect(operation.segment("user")?.parent == "load")
    #expect(operation.segment("cart")?.parent == "load")
    // In the same task it is within what that began last, whatever the context.
    #expect(operation.segment("query")?.parent == "cart")
    #expect(operation.segment("load")?.time?.max == .milliseconds(6))
    #expect(operation.segment("load")?.selfTime?.max == .milliseconds(2))
    #expect(operation.segment("cart")?.selfTime?.max == .zero)
    #expect(operation.otherTime?.max == .zero)
  }

  @Test func threadsWithoutATaskAreHeardToo() async throws {
    let report = try await run(3) { context in
      await withCheckedContinuation { continuation in
        do {
          try SystemThread.start {
            context.segment("elsewhere") { pass(5) }
            continuation.resume()
          }
        } catch {
          continuation.resume()
        }
      }
    }
    #expect(report.segments.first?.time?.p50 == .milliseconds(5))
    #expect(report.segments.first?.callCount == 3)
  }

  @Test func failedOperationsAreLeftOut() async throws {
    let report = try await run(10) { context in
      try context.segment("parse") {
        pass(context.iteration < 5 ? 1 : 100)
        if context.iteration >= 5 { throw Refused() }
      }
    }
    #expect(report.total.failureCount == 5)
    #expect(report.segments.first?.callCount == 5)
    #expect(report.segments.first?.time?.max == .milliseconds(1))
    #expect(report.segments.first?.operationCount == 5)
  }

  @Test func operationsInWhichASegmentDoesNotRunCountAsZero() async throws {
    let report = try await run(100) { context in
      pass(1)
      if context.iteration % 10 == 0 { context.segment("miss") { pass(9) } }
    }
    let miss = try #require(report.segments.first)
    #expect(miss.runCount == 10 && miss.operationCount == 100 && miss.callsPerOperation == 0.1)
    #expect(miss.time?.p50 == .milliseconds(9) && miss.share == 90.0 / 190)
    #expect(miss.p95Share == 0.9)
    #expect(report.total.otherTime?.count == 100)
  }

  @Test func callsThatEndAfterTheirOperationAreDroppedAndCounted() async throws {
    let saved = Guarded<[LoadContext]>([])
    let report = try await run(10) { context in
      context.segment("parse") { pass(1) }
      let old = saved.withLock { saved in
        defer { saved.append(context) }
        return saved.first
      }
      // In the worker's own task, and in another one.
      old?.segment("late") { pass(7) }
      await Task { old?.segment("late") { _ in } }.value
      old?.record("late", .seconds(1))
    }
    #expect(report.segments.map(\.name) == ["parse"])
    #expect(report.segments[0].callCount == 10)
    #expect(report.warnings.contains(.lostSegments(27)))
    // Long after the run there is nothing that it could write to, or be counted by.
    let first = saved.withLock { $0.first }
    let context = try #require(first)
    context.segment("late") {}
    await Task { context.segment("late") {} }.value
  }

  /// What a worker with a timeout does: the next operation begins while work of the last one goes on.
  @Test func workLeftBehindByATimeoutWritesIntoNoOtherOperation() throws {
    let names = SegmentNames()
    let ledgers = SegmentLedgers(.shared)
    let ledger = ledgers.take(names, clock.source, seed: 0, isOneTask: false)
    let first = ledger.begin(0)
    let hanging = first.begin("hang")
    #expect(first.finish(from: 0, to: 10, isRecorded: false) == nil)
    let second = ledger.begin(1)
    let call = second.begin("hang")
    pass(3)
    first.end(hanging)
    #expect(names.lost == 1)
    second.end(call)
    let finished = try #require(second.finish(from: 0, to: 3_000_000, isRecorded: true))
    #expect(finished.ledger.pointee.own.times.segments.map(\.calls) == [1])
    #expect(finished.ledger.pointee.own.times.covered == 2_999_000)
    #expect(first.begin("late") == -1 && names.lost == 2)
    // Whoever has the ledger next is not told of it.
    ledgers.giveBack(ledger)
    let next = ledgers.take(SegmentNames(), clock.source, seed: 0, isOneTask: false)
    defer { ledgers.giveBack(next) }
    #expect(next == ledger && second.begin("late") == -1 && names.lost == 2)
  }

  @Test func tooManyNamesAndCallsAreSaid() async throws {
    let names = try await run(1) { context in
      for number in 0..<300 { context.segment("item \(number)") {} }
    }
    #expect(names.segments.count == 201 && names.segments.last?.callCount == 100)
    #expect(names.warnings.contains(.tooManySegments(limit: 200)))
    let calls = try await run(1) { context in
      for _ in 0..<2_000 { context.segment("item") {} }
    }
    #expect(calls.segments.first?.callCount == 1_024)
    #expect(calls.warnings.contains(.lostSegments(976)))
  }

  @Test func durationsFromElsewhereAreAdded() async throws {
    let report = try await run(4) { context in
      context.segment("request") {
        pass(10)
        context.record("connect", .milliseconds(3))
        context.record("first byte", .milliseconds(5))
      }
      await Task { context.record("connect", .milliseconds(1)) }.value
      context.record("odd", .milliseconds(-1))
    }
    #expect(report.segments.map(\.name) == ["request", "connect", "first byte", "odd"])
    #expect(report.segments.map { $0.time?.max } == [10, 4, 5, 0].map { .milliseconds($0) })
    #expect(report.segments[0].selfTime?.max == .milliseconds(2))
  }

  @Test(arguments: [
    LoadProfile.users(8, requests: 800),
    .arrivals(perSecond: 4_000, for: .milliseconds(200), maxInFlight: 100),
  ])
  func usersAndChildTasksAtOnceLoseNothing(profile: LoadProfile) async throws {
    let report = try await LoadTest("work", profile) { context in
      await context.segment("all") { all in
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<3 {
            group.addTask { await all.segment("part") { await Task.yield() } }
          }
        }
        context.segment("own") {}
      }
    }.run()
    let count = report.count
    #expect(count > 0 && report.segments.first { $0.name == "part" }?.callCount == 3 * count)
    #expect(report.segments.first { $0.name == "all" }?.callCount == count)
    #expect(report.segments.first { $0.name == "part" }?.parent == "all")
    #expect(report.segments.first { $0.name == "own" }?.parent == "all")
    #expect(!report.warnings.contains { "\($0)".contains("segment") })
  }

  @Test func blockingAndSequentialOperationsHaveSegments() async throws {
    let blocking = try await LoadTest("work", .users(2, requests: 10), execution: .blocking) {
      $0.segment("part") {}
    }.run()
    #expect(blocking.segments.first?.callCount == 10)
    let sequential = try await LoadTest("work", .sequential(10)) { context in
      await context.segment("part") { await Task.yield() }
    }.run()
    #expect(sequential.segments.first?.callCount == 10)
  }

  @Test func phasesAreTakenTogether() async throws {
    let profile = LoadProfile.phases([
      .phase("one", .users(1, requests: 5)), .phase("two", .users(1, requests: 10)),
    ])
    let report = try await LoadTest("work", profile) { context in
      context.segment("part") { pass(1) }
    }.run(time: clock.source)
    #expect(report.segments.first?.callCount == 15)
    #expect(report.phase("two")?.segments.first?.callCount == 10)
  }

  @Test func contextsOfOneOperationAreEqualWhateverTheSegment() async throws {
    _ = try await run(1) { context in
      context.segment("part") { inner in
        #expect(inner == context && inner.hashValue == context.hashValue)
      }
    }
    // Outside of a load there is nothing to note.
    #expect(LoadContext(user: 0, iteration: 0).segment("part") { 7 } == 7)
  }
}
