// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadTestSweepTests {
  private let calls = Shared<Int>(0)

  @Test func eachStepMakesTheOperationsAskedFor() async throws {
    let sweep = try await LoadTest("op", .users(1, requests: 24)) { _ in
      calls.change { $0 += 1 }
    }.sweep(users: [4, 1, 2], repeats: 3)
    #expect(sweep.name == "op" && sweep.steps.map(\.users) == [1, 2, 4])
    #expect(sweep.steps.allSatisfy { $0.runs.map(\.count) == [24, 24, 24] })
    #expect(calls.value == 24 * 9)
    #expect(sweep.steps[2].runs[0].load == "4 users, 24 requests")
  }

  /// Lines of progress say which step is at work.
  @Test func stepsAreNamed() async throws {
    let steps = Shared<[String?]>([])
    _ = try await LoadTest("op", .users(1, requests: 1)) { _ in
      steps.change { $0.append(ProgressStep.current) }
    }.sweep(users: [4, 1])
    #expect(steps.value == ["4 users (1 of 2)", "1 user (2 of 2)"])
  }

  @Test func iterationsAreOfEachUser() async throws {
    let sweep = try await LoadTest("op", .users(1, iterationsEach: 5)) { _ in
      calls.change { $0 += 1 }
    }.sweep(users: [1, 3])
    #expect(sweep.steps.map(\.count) == [5, 15] && calls.value == 20)
  }

  @Test func smokeMeasuresEachStepOnceAndClaimsNothing() async throws {
    let sweep = try await RunMode.$environment.withValue(["SLA_MODE": "smoke"]) {
      try await LoadTest("op", .users(1, requests: 24)) { _ in }
        .sweep(users: [1, 2, 3, 4], repeats: 3)
    }
    #expect(sweep.steps.map(\.runs.count) == [1, 1, 1, 1] && sweep.soundSteps.isEmpty)
    #expect(sweep.scalability == nil && sweep.knee == nil)
  }

  @Test func cancellationEndsIt() async throws {
    let task = Task {
      try await LoadTest("op", .users(1, requests: 5)) { _ in
        calls.change { $0 += 1 }
        try await Task.sleep(for: .seconds(600))
      }.sweep(users: [1, 2])
    }
    while calls.value == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(calls.value == 1)
  }

  @Test func loadsWithoutUsersTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = try await LoadTest("op", .burst(5)) { _ in }.sweep(users: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try await LoadTest("op", .phases([.phase("a", .users(1, requests: 1))])) { _ in }
        .sweep(users: [1])
    }
    await #expect(processExitsWith: .failure) {
      let profile = SequentialProfile.sequential(3)
      _ = try await LoadTest("op", profile) { _ in }.sweep(users: [1, 2])
    }
  }
}
