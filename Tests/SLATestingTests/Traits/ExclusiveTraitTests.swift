// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATesting
import Testing

/// Who is at work among the exclusive tests of two suites.
private let atWork = Guarded(0)

/// Works beside nobody, with the lock held.
private func workAlone() async throws {
  let before = atWork.withLock { count in
    count += 1
    return count - 1
  }
  #expect(before == 0)
  #expect(try !FileLock(FileLock.sharedPath("swift-sla-testing")).take())
  try await Task.sleep(for: .milliseconds(1))
  atWork.withLock { $0 -= 1 }
}

@Suite(.exclusive, .timeLimit(.minutes(5))) struct ExclusiveTraitTests {
  @Test(arguments: 0..<20) func casesAreKeptApart(number: Int) async throws {
    try await workAlone()
  }

  @Test(.exclusive) func traitOfSuiteAndTestTogether() async throws { try await workAlone() }

  @Test(.exclusive, .load(.users(1, requests: 5)), .sla(.errorRate <= 0))
  func beforeTheLoad() async throws { try await workAlone() }

  @Test(.sla(.errorRate <= 0)) func withAnSLAAlone() async throws { try await workAlone() }
}

@Suite(.timeLimit(.minutes(5))) struct ExclusiveTraitOrderTests {
  @Test(.exclusive, arguments: 0..<20) func suitesAreKeptApart(number: Int) async throws {
    try await workAlone()
  }

  /// Operations that took the lock each would wait for each other here for ever.
  @Test(.load(.users(4, requests: 4)), .exclusive, .sla(.errorRate <= 0))
  func afterTheLoadOperationsRunAtOnce() async throws { try await Self.gate.arrive() }

  @Test(.load(.users(1, requests: 5)), .exclusive, .sla(.errorRate <= 0))
  func afterTheLoadItIsAlone() async throws { try await workAlone() }

  private static let gate = StartGate(for: 4)
}
