// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLATestSupport
import Testing

@testable import SLATesting

@Suite struct TestBodyTests {
  private struct Refused: Error, Equatable {}

  @Test func callsAreThoseOfTheBody() async throws {
    let calls = Shared(0)
    let result = try await TestBody.lend {
      calls.change { $0 += 1 }
      if calls.value == 3 { throw Refused() }
    } to: { body in
      try await body()
      try await body()
      await #expect(throws: Refused()) { try await body() }
      return 42
    }
    #expect(result == 42 && calls.value == 3)
  }

  /// As an operation that a load left behind.
  @Test(arguments: [1, 20]) func aBodyThatRunsIsWaitedFor(calls: Int) async throws {
    let gate = StartGate(for: calls + 1)
    let (begun, ended) = (Shared(0), Shared(0))
    try await TestBody.lend {
      begun.change { $0 += 1 }
      try await gate.arrive()
      ended.change { $0 += 1 }
    } to: { body in
      for _ in 0..<calls { Task { try await body() } }
      while begun.value < calls { try await Task.sleep(for: .milliseconds(1)) }
      Task {
        // The work has ended then, or is about to.
        try await Task.sleep(for: .milliseconds(20))
        try await gate.arrive()
      }
    }
    #expect(ended.value == calls)
  }

  @Test func aBodyThatWasGivenBackIsNotCalled() async throws {
    let kept = try await TestBody.lend {
    } to: {
      $0
    }
    await #expect(throws: CancellationError.self) { try await kept() }
  }
}
