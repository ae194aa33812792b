// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadUserTests {
  private struct Refused: Error {}
  private struct Other: Error {}
  private struct Rejected: Error { var code: Int }

  @Test func stepsAreOperationsAndTheirFlowIsNot() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        let id = try await user.step("create") { 41 }
        try await user.step("generate") { if id != 41 { throw Refused() } }
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.operations.map(\.name) == ["create", "generate"])
    #expect(report.operations.map(\.count) == [10, 10] && report.count == 20)
  }

  @Test func aFailedStepIsCountedOnce() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        try await user.step("create") { throw Refused() }
        Issue.record("went on")
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.count == 10 && report.failures == [FailureKind("Refused()"): 10])
    #expect(report.operation("studio") == nil)
  }

  @Test func whatFailsBetweenStepsIsAFailureOfTheFlow() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        try await user.step("create") {}
        throw Other()
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.operation("create")?.failureCount == 0)
    #expect(report.operation("studio")?.failures == [FailureKind("Other()"): 10])
  }

  /// What is thrown after a step that was caught is a failure of its own, however alike.
  @Test func aFailureLikeThatOfAnEarlierStepIsNotLost() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        do { try await user.step("a") { throw Refused() } } catch {}
        try await user.step("b") {}
        throw Refused()
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.operations.map(\.name) == ["studio", "a", "b"])
    #expect(report.operations.map(\.failureCount) == [10, 10, 0] && report.count == 30)
  }

  /// Errors are told apart by where they are, not by what is in them.
  @Test func aFailureEqualToThatOfAnEarlierStepIsNotLost() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        do { try await user.step("a") { throw Rejected(code: 7) } } catch {}
        try await user.step("b") {}
        throw Rejected(code: 7)
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.operations.map(\.name) == ["studio", "a", "b"])
    #expect(report.operations.map(\.failureCount) == [10, 10, 0] && report.count == 30)
  }

  /// By the error itself, where steps go on beside the one that fails; and as a copy right after it.
  @Test(arguments: [false, true])
  func whatAStepThrewIsCountedOnceHoweverItComesOut(isCopied: Bool) async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        do {
          try await user.step("fails") { throw Refused() }
        } catch let error as Refused where isCopied {
          throw error
        } catch {
          try await user.step("cleans up") {}
          throw error
        }
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 10)).run()
    #expect(report.total.failureCount == 10 && report.operation("fails")?.failureCount == 10)
    #expect(report.operation("studio") == nil)
    #expect(report.operation("cleans up")?.count == (isCopied ? nil : 10))
  }

  /// The flow does not heed being cancelled, and comes to its step when it is no operation any more.
  @Test(arguments: [false, true])
  func aFlowThatTimedOutRecordsNoSteps(hasStepBefore: Bool) async throws {
    let refusals = Shared(0)
    let scenario = Scenario("pilot") {
      Flow("deaf") { user in
        do {
          if hasStepBefore { try await user.step("early") {} }
          while !Task.isCancelled { await Task.yield() }
          try await user.step("late") { Issue.record("ran") }
        } catch is CancellationError {
          refusals.change { $0 += 1 }
        }
      }
    }
    let report = try await LoadTest(scenario, .users(1, requests: 5), execution: .blocking)
      .timeout(.milliseconds(500)).run()
    #expect(report.operations.map(\.name) == (hasStepBefore ? ["deaf", "early"] : ["deaf"]))
    #expect(report.operation("deaf")?.failures.map(\.value) == [5])
    while refusals.value < 5 { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test func theTimeoutIsForEachStep() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        for _ in 0..<4 {
          try await user.step("wait") {
            _ = await sleep(until: TimeSource.monotonic.nanoseconds() + 400_000_000)
          }
        }
        try await user.step("hang") { try await Task.sleep(for: .seconds(600)) }
      }
    }
    // On a thread of its own: other tests may keep Swift's own busy for longer than the limit.
    let report = try await LoadTest(scenario, .sequential(1), execution: .blocking)
      .timeout(.seconds(1)).run()
    #expect(report.operation("wait")?.successCount == 4)
    #expect(report.operation("hang")?.failures.keys.map(\.category) == [.timeout])
    #expect(report.operation("studio") == nil)
  }

  /// The step holds its thread for ever: its user goes on, on another one.
  @Test func aStepThatHoldsItsThreadIsLeftBehind() async throws {
    let mayEnd = Shared(false)
    let seen = Shared<[String]>([])
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        let isFirst = user.context.iteration == 0
        do {
          try await user.step("render") {
            holdThread { isFirst && !mayEnd.value }
          }
        } catch is TimeoutError {
          seen.change { $0.append("timeout") }
        }
        seen.change { $0.append("end") }
      }
    }
    defer { mayEnd.change { $0 = true } }
    let report = try await withTimeout(.seconds(60)) {
      try await LoadTest(scenario, .sequential(3), execution: .blocking).timeout(.seconds(1)).run()
    }
    #expect(report.operation("render")?.failures.map(\.key.category) == [.timeout])
    #expect(report.operation("render")?.successCount == 2 && report.operations.count == 1)
    #expect(seen.value == ["timeout", "end", "end", "end"])
  }

  @Test func theTimeoutIsForTheTimeBetweenStepsToo() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        try await user.step("create") { try await Task.sleep(for: .milliseconds(150)) }
        try await Task.sleep(for: .seconds(3_600))
      }
    }
    let report = try await LoadTest(scenario, .sequential(2), execution: .blocking)
      .timeout(.seconds(1)).run()
    #expect(report.operation("create")?.successCount == 2)
    #expect(report.operation("studio")?.failures.keys.map(\.category) == [.timeout])
  }

  @Test func aFlowWithoutStepsHasTheTimeoutItself() async throws {
    let scenario = Scenario("pilot") {
      Flow("hang") { _ in try await Task.sleep(for: .seconds(600)) }
    }
    let report = try await LoadTest(scenario, .sequential(2)).timeout(.milliseconds(20)).run()
    #expect(report.operation("hang")?.failures.keys.map(\.category) == [.timeout])
  }

  @Test func namesWithoutEndAreCountedTogetherAndSaid() async throws {
    let scenario = Scenario("pilot") {
      Flow("items") { user in try await user.step("item \(user.context.iteration)") {} }
    }
    let report = try await LoadTest(scenario, .sequential(300)).run()
    #expect(report.count == 300 && report.operations.count <= 201)
    #expect(try #require(report.operation("further operations")).count >= 100)
    #expect(report.warnings.contains(.tooManyNames(limit: 200)))
  }

  @Test func theFirstStepOfAnArrivalCountsFromItsPlannedStart() async throws {
    let scenario = Scenario("pilot") {
      Flow("order") { user in
        try await Task.sleep(for: .milliseconds(30))
        try await user.step("first") {}
        try await user.step("second") {}
      }
    }
    let report = try await LoadTest(scenario, .burst(3)).run()
    #expect(try #require(report.operation("first")?.latency).min >= .milliseconds(30))
    #expect(try #require(report.operation("first")?.serviceTime).count == 3)
    #expect(report.operation("second")?.count == 3)
  }

  @Test func namesThatAreDeclaredAreToldApartHoweverMany() async throws {
    let scenario = Scenario("pilot") {
      for number in 1...250 { Flow("flow \(number)") { _ in } }
    }
    let report = try await LoadTest(scenario, .users(1, requests: 500)).run()
    #expect(report.operations.count <= 250 && report.operation("further operations") == nil)
    #expect(report.count == 500 && !report.warnings.contains { "\($0)".contains("names") })
  }
}
