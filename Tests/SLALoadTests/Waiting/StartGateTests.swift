// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct StartGateTests {
  @Test func nobodyGoesOnBeforeAllHaveCome() async throws {
    let gate = StartGate(for: 20)
    let arrived = Shared(0)
    let seen = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          arrived.change { $0 += 1 }
          try await gate.arrive()
          return arrived.value
        }
      }
      var seen: [Int] = []
      for try await count in group { seen.append(count) }
      return seen
    }
    #expect(seen == Array(repeating: 20, count: 20))
    #expect(try #require(gate.spread) >= .zero)
  }

  @Test func laterOnesGoOnAtOnce() async throws {
    let gate = StartGate(for: 1)
    #expect(gate.spread == nil)
    try await gate.arrive()
    try await gate.arrive()
  }

  @Test func cancelledTasksDoNotWait() async throws {
    let gate = StartGate(for: 2)
    let first = Task { try await gate.arrive() }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    // It had arrived: the second is the last.
    try await gate.arrive()
  }

  @Test func gatesForNobodyTrap() async {
    await #expect(processExitsWith: .failure) { _ = StartGate(for: 0) }
  }
}
