// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct TimeoutTests {
  private struct Refused: Error, Equatable {}

  @Test func workInTimeGivesItsResult() async throws {
    #expect(try await withTimeout(.seconds(60)) { 42 } == 42)
    await #expect(throws: Refused()) { try await withTimeout(.seconds(60)) { throw Refused() } }
  }

  @Test func slowWorkIsCancelledAtTheLimit() async {
    let hasBegun = Shared(false)
    let wasCancelled = Shared(false)
    // While other tests keep Swift's threads busy, it may be over before it has begun.
    repeat {
      await #expect(throws: TimeoutError.self) {
        try await withTimeout(.milliseconds(20)) {
          hasBegun.change { $0 = true }
          do {
            try await Task.sleep(for: .seconds(600))
          } catch {
            wasCancelled.change { $0 = true }
            throw error
          }
        }
      }
    } while !hasBegun.value
    while !wasCancelled.value { await Task.yield() }
  }

  /// A continuation that is never resumed: nothing waits for it beyond the limit.
  @Test func workThatHeedsNothingIsLeftBehind() async {
    let error = await #expect(throws: TimeoutError.self) {
      try await withTimeout(.milliseconds(20)) {
        await neverEnding()
      }
    }
    #expect(error.map { "\($0)" } == "no end within 20 ms")
    #expect(error?.failureKind.category == .timeout)
  }

  /// The thread is held until after the limit: the work counts as failed, and must not be done nevertheless.
  @Test func workThatHasNotBegunByItsLimitNeverDoes() async throws {
    let executor = try ThreadExecutor()
    defer { executor.stop() }
    let mayEnd = Shared(false)
    let isHeld = OneShot<Void>()
    Task(executorPreference: executor) {
      isHeld.fulfil(())
      holdThread { !mayEnd.value }
    }
    await isHeld.value
    let begun = Shared(0)
    let ended = Shared(0)
    var timeout = Timeout(.milliseconds(20), executor: executor)
    timeout.onEnd = { ended.change { $0 += 1 } }
    let limit = timeout
    await #expect(throws: TimeoutError.self) {
      try await limit.run { begun.change { $0 += 1 } }
    }
    #expect(ended.value == 0)
    mayEnd.change { $0 = true }
    await Task(executorPreference: executor) {}.value
    #expect(begun.value == 0 && ended.value == 1)
  }

  /// Work that computes holds a thread until it is cancelled, which only a thread of its own can do.
  @Test func limitIsKeptWhileThreadsAreBusy() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          await #expect(throws: TimeoutError.self) {
            try await withTimeout(.milliseconds(30)) { while !Task.isCancelled {} }
          }
        }
      }
    }
  }

  @Test func cancellingTheCallerCancelsTheWork() async {
    let caller = Task {
      try await withTimeout(.seconds(600)) { try await Task.sleep(for: .seconds(600)) }
    }
    caller.cancel()
    await #expect(throws: CancellationError.self) { try await caller.value }
  }

  @Test func limitsOfNothingTrap() async {
    await #expect(processExitsWith: .failure) { try await withTimeout(.zero) {} }
  }
}
