// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ConcurrencyLimitTests {
  private struct Refused: Error {}

  @Test(arguments: [1, 3, 10])
  func noMoreRunThanTheLimit(limit: Int) async throws {
    let limiter = ConcurrencyLimit(limit)
    let state = Shared((running: 0, peak: 0, done: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<60 {
        group.addTask {
          try await limiter.run {
            state.change {
              $0.running += 1
              $0.peak = max($0.peak, $0.running)
            }
            await Task.yield()
            state.change {
              $0.running -= 1
              $0.done += 1
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let (running, peak, done) = state.value
    #expect(running == 0 && peak <= limit && done == 60)
    #expect(limiter.inFlight == 0 && limiter.peakInFlight <= limit)
  }

  @Test func errorsMakeRoomToo() async throws {
    let limiter = ConcurrencyLimit(1)
    await #expect(throws: Refused.self) { try await limiter.run { throw Refused() } }
    #expect(try await limiter.run { 7 } == 7)
  }

  @Test func cancelledTasksLeaveTheQueue() async throws {
    let limiter = ConcurrencyLimit(1)
    let isRunning = StartGate(for: 2)
    let mayEnd = StartGate(for: 2)
    let first = Task {
      try await limiter.run {
        try await isRunning.arrive()
        try await mayEnd.arrive()
      }
    }
    try await isRunning.arrive()
    let second = Task { try await limiter.run { 2 } }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    let third = Task { try await limiter.run { 3 } }
    try await mayEnd.arrive()
    try await first.value
    #expect(try await third.value == 3)
  }

  @Test func limitsBelowOneTrap() async {
    await #expect(processExitsWith: .failure) { _ = ConcurrencyLimit(0) }
  }
}
