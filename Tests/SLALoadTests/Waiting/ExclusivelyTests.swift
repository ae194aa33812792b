// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite(.timeLimit(.minutes(1))) struct ExclusivelyTests {
  private struct Refused: Error {}

  /// What is not `Sendable`, and belongs to the caller.
  private final class Count {
    var value = 0
  }

  @Test func workRunsWithTheLockOnTheCallersActor() async throws {
    let count = Count()
    let answer = try await exclusively {
      count.value += 1
      return try FileLock(FileLock.sharedPath("swift-sla-testing")).take() ? "free" : "held"
    }
    #expect(answer == "held" && count.value == 1)
  }

  @MainActor @Test func workOfTheMainActorStaysThere() async throws {
    let count = Count()
    try await exclusively {
      MainActor.preconditionIsolated()
      count.value += 1
    }
    #expect(count.value == 1)
  }

  @Test func errorsAreThrownOn() async {
    await #expect(throws: Refused.self) { try await exclusively { throw Refused() } }
  }
}
