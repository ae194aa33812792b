// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

/// Users by the thousand: each run ends only if all of them are at work at once.
@Suite(.serialized, .timeLimit(.minutes(2))) struct WorkerTests {
  @Test func twoThousandUsersWaitAtOnce() async throws {
    let users = 2_000
    let gates = [StartGate(for: users), StartGate(for: users)]
    let seen = Shared<Set<Int>>([])
    let report = try await LoadTest("wait", .users(users, iterationsEach: 2)) { context in
      seen.change { $0.insert(context.user) }
      // Numbers of `iterationsEach` are each user's own in turn.
      try await gates[context.iteration % 2].arrive()
    }.run()
    #expect(report.count == 2 * users && report.total.failureCount == 0)
    #expect(report.peakInFlight == users && seen.value.count == users)
    #expect(!report.warnings.contains(.idleUsers(users, peak: users)))
  }

  @Test func aThousandUsersBlockAtOnce() async throws {
    let users = 1_000
    let blocked = Awaited(0)
    let report = try await LoadTest("block", .users(users, requests: users), execution: .blocking) {
      _ in
      blocked.change { $0 += 1 }
      _ = blocked.wait { $0 == users ? true : nil }
    }.run()
    #expect(report.count == users && report.total.failureCount == 0)
    #expect(report.peakInFlight == users)
  }
}
