// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct AttemptsTests {
  private let context = LoadContext(user: 0, iteration: 4)
  private let calls = Shared(0)

  private func make(_ attempts: Attempts, failing times: Int) async throws {
    try await attempts.make(context) {
      calls.change { $0 += 1 }
      if calls.value <= times { throw TimeoutError(limit: .seconds(1)) }
    }
  }

  @Test func whatSucceedsIsMadeOnce() async throws {
    let attempts = Attempts(.upTo(3))
    try await make(attempts, failing: 0)
    #expect(calls.value == 1 && attempts.count == 1 && !attempts.isExhausted)
  }

  @Test func theLastRetryCounts() async throws {
    let attempts = Attempts(.upTo(3, on: .timeout, backoff: .none))
    try await make(attempts, failing: 3)
    #expect(calls.value == 4 && attempts.count == 4 && !attempts.isExhausted)
  }

  @Test func theErrorOfTheLastAttemptIsThrown() async {
    let attempts = Attempts(.upTo(2, on: .timeout, backoff: .none))
    await #expect(throws: TimeoutError.self) { try await make(attempts, failing: 3) }
    #expect(calls.value == 3 && attempts.count == 3 && attempts.isExhausted)
  }

  @Test(arguments: [RetryPolicy.never, .upTo(0), .upTo(5, on: .throttled)])
  func otherFailuresAreFinal(policy: RetryPolicy) async {
    let attempts = Attempts(policy)
    await #expect(throws: TimeoutError.self) { try await make(attempts, failing: 9) }
    #expect(calls.value == 1 && attempts.count == 1 && !attempts.isExhausted)
  }

  @Test func aCancelledWaitThrowsWhatTheAttemptThrew() async {
    let attempts = Attempts(.upTo(5, backoff: .constant(.seconds(600))))
    let task = Task { try await make(attempts, failing: 9) }
    while calls.value == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: TimeoutError.self) { try await task.value }
    #expect(calls.value == 1 && attempts.count == 1 && !attempts.isExhausted)
  }
}

/// What ends the wait for another try.
@Suite struct AttemptsOfItemsTests {
  private let seen = Shared<[Int: Int]>([:])

  private let once = Dictionary(uniqueKeysWithValues: (0..<11).map { ($0, 1) })

  private var batch: BatchTest<Int> {
    let retry = RetryPolicy.upTo(9, on: .timeout, backoff: .constant(.seconds(600)))
    return BatchTest("ingest", 0..<11, concurrency: 2, execution: .blocking, retry: retry) {
      item,
      _ in
      seen.change { $0[item, default: 0] += 1 }
      if item == 0 { throw TimeoutError(limit: .seconds(1)) }
    }
  }

  @Test func cancellationEndsTheWait() async throws {
    let task = Task { [batch] in try await batch.run() }
    while seen.value.count < 11 { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(seen.value == once)
  }

  /// The item has failed with what its last attempt threw.
  @Test func anEarlyStopEndsTheWait() async throws {
    let report = try await batch.load { $0.stopEarly { $0.count >= 10 } }.run()
    #expect(seen.value == once)
    #expect(report.processedCount == 11 && report.successCount == 10)
    #expect(report.failures.map(\.kind.category) == [.timeout] && report.retries.itemCount == 0)
    #expect(report.failures.first?.examples.map(\.attempts) == [1])
    #expect(report.loadReport.generator?.unfinishedCount == 0)
  }
}
