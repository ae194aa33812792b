// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScenarioTests {
  private struct Refused: Error {}

  private struct Client: Sendable {
    let number: Int
  }

  private struct Session: Sendable {
    let client: Client
  }

  @Test func mixFollowsTheWeightsAndTheSeed() async throws {
    let scenario = Scenario("mix") {
      Flow("often", weight: 3) { _ in }
      Flow("seldom") { _ in }
    }
    func counts(_ seed: UInt64) async throws -> [Int] {
      let report = try await LoadTest(scenario, .users(4, requests: 4_000)).seed(seed).run()
      #expect(report.operations.map(\.name) == ["often", "seldom"])
      return report.operations.map(\.count)
    }
    let first = try await counts(1)
    #expect(first.reduce(0, +) == 4_000 && abs(first[0] - 3_000) < 150)
    #expect(try await counts(1) == first)
    #expect(try await counts(2) != first)
  }

  @Test(arguments: [
    LoadProfile.users(5, requests: 200), .users(5, iterationsEach: 40), .burst(5),
    .users(5, requests: 200).thinking(for: .microseconds(10)),
  ])
  func eachUserHasAStateOfItsOwn(profile: LoadProfile) async throws {
    let made = Shared<[Int]>([])
    let undone = Shared<[Int]>([])
    let scenario = Scenario("pilot") { user in
      made.change { $0.append(user.number) }
      return Session(client: Client(number: user.number))
    } tearDown: { session in
      undone.change { $0.append(session.client.number) }
    } flows: {
      Flow("work") { user in
        guard user.client.number == user.number else { throw Refused() }
        await Task.yield()
      }
    }
    let report = try await LoadTest(scenario, profile).run()
    #expect(report.total.failureCount == 0 && report.count >= 5)
    #expect(
      Set(made.value).count == made.value.count && made.value.sorted() == undone.value.sorted()
    )
  }

  @Test func usersLastThroughPhases() async throws {
    let made = Shared(0)
    let scenario = Scenario("pilot") { _ in
      made.change { $0 += 1 }
      return made.value
    } flows: {
      Flow("work") { _ in await Task.yield() }
    }
    let report = try await LoadTest(
      scenario,
      .phases([
        .phase("a", .users(3, iterationsEach: 4)), .phase("b", .users(3, iterationsEach: 4)),
      ])
    ).run()
    #expect(made.value == 3 && report.count == 24)
  }

  @Test func usersWhoseSetUpFailsDoNothingAndAreSaid() async throws {
    let scenario = Scenario("pilot") { user in
      if user.number == 1 { throw Refused() }
    } flows: {
      Flow("work") { user in #expect(user.number != 1) }
    }
    let report = try await LoadTest(scenario, .users(3, iterationsEach: 10)).run()
    #expect(report.operation("work")?.count == 20)
    #expect(report.operation("pilot set-up")?.failures == [FailureKind("Refused()"): 1])
    #expect(report.warnings.contains(.usersNotSetUp(1, of: 3)))
  }

  @Test func aUserThatWasMadeAtASecondTryIsCountedOnce() async throws {
    let tries = Shared(0)
    let scenario = Scenario("pilot") { _ in
      tries.change { $0 += 1 }
      if tries.value == 1 { throw Refused() }
    } flows: {
      Flow("work") { _ in }
    }
    let profile = LoadProfile.phases([
      .phase("a", .users(1, iterationsEach: 3)), .phase("b", .users(1, iterationsEach: 3)),
    ])
    let report = try await LoadTest(scenario, profile).run()
    #expect(report.phase("a")?.failures == [FailureKind("Refused()"): 1])
    #expect(report.phase("b")?.count == 3)
    #expect(!report.warnings.contains { "\($0)".contains("users could not be set up and") })
  }

  /// Steps of set-ups are operations by their names, and no part of what the load offered.
  @Test(arguments: [
    LoadProfile.users(3, iterationsEach: 4), .arrivals(perSecond: 100, for: .milliseconds(120)),
  ])
  func setUpsAreNoPartOfTheLoad(profile: LoadProfile) async throws {
    let scenario = Scenario("pilot") { user in
      try await user.step("login") {
        _ = await sleep(until: TimeSource.monotonic.nanoseconds() + 60_000_000)
      }
    } flows: {
      Flow("work") { user in try await user.step("get") {} }
    }
    let report = try await LoadTest(scenario, profile).run()
    #expect(report.operations.map(\.name) == ["get", "login"])
    #expect(try #require(report.operation("login")).count >= 3)
    #expect(report.operation("get")?.count == 12 && report.count == 12)
    #expect(report.timeline?.intervals.map(\.count).reduce(0, +) == 12)
    #expect(report.latency == report.operation("get")?.latency)
    #expect(report.warnings.allSatisfy { !"\($0)".contains("requests were made") })
  }

  @Test func failedStepsOfSetUpsAreFailuresOfTheLoad() async throws {
    let scenario = Scenario("pilot") { user in
      try await user.step("connect") {}
      try await user.step("login") { if user.number == 1 { throw Refused() } }
    } flows: {
      Flow("work") { _ in }
    }
    let report = try await LoadTest(scenario, .users(3, requests: 40)).run()
    // The first user may be done before the others are ready; the second does nothing.
    #expect(report.operation("work")?.count == 40)
    #expect(report.count == 41 && report.failures == [FailureKind("Refused()"): 1])
    #expect(report.operation("login")?.failureCount == 1)
    #expect(report.operation("connect")?.failureCount == 0)
  }

  /// Each iteration has three steps: 60 operations, and yet 10 of 30 iterations are missing.
  @Test func missingIterationsAreSaidWhateverTheirSteps() async throws {
    let scenario = Scenario("pilot") { user in
      if user.number == 1 { throw Refused() }
    } flows: {
      Flow("work") { user in for step in 0..<3 { try await user.step("step \(step)") {} } }
    }
    let report = try await LoadTest(scenario, .users(3, iterationsEach: 10)).run()
    #expect(report.generator?.iterationCount == 20 && report.count == 61)
    let warning = Warning.requestsNotMade(20, of: 30, usersNotSetUp: 1)
    #expect(report.warnings.contains(warning))
    #expect("\(warning)" == "only 20 of 30 requests were made; users could not be set up")
  }

  @Test(arguments: [LoadProfile.users(2, requests: 10), .burst(2)])
  func theTimeoutIsForSetUpsToo(profile: LoadProfile) async throws {
    let scenario = Scenario("pilot") { user in
      if user.number == 0 { try await Task.sleep(for: .seconds(3_600)) }
    } flows: {
      Flow("work") { user in #expect(user.number != 0) }
    }
    let report = try await LoadTest(scenario, profile, execution: .blocking).timeout(.seconds(3))
      .run()
    #expect(report.operation("pilot set-up")?.failures.keys.map(\.category) == [.timeout])
    #expect(report.warnings.contains(.usersNotSetUp(1, of: 2)))
  }

  @Test func loadsWhoseUsersAllFailEnd() async throws {
    let scenario = Scenario("pilot") { _ in
      throw Refused()
    } flows: {
      Flow("work") { _ in Issue.record("ran") }
    }
    let profiles = [
      LoadProfile.users(2, requests: 10), .arrivals(perSecond: 100, for: .milliseconds(50)),
      .arrivals(perSecond: 10, for: .seconds(86_400), maxInFlight: 3), .burst(3),
    ]
    for profile in profiles {
      let report = try await LoadTest(scenario, profile).gracePeriod(.milliseconds(50)).run()
      #expect(report.operation("work") == nil && report.total.failureCount > 0, "\(profile)")
      #expect(report.latency == nil && report.generator?.unfinishedCount == 0)
      #expect(report.warnings.allSatisfy { !"\($0)".contains("ran at once") })
    }
  }

  @Test func faultsOfTearDownAreSaid() async throws {
    let scenario = Scenario("pilot") { _ in
      1
    } tearDown: { _ in
      throw Refused()
    } flows: {
      Flow("work") { _ in }
    }
    let report = try await LoadTest(scenario, .users(2, iterationsEach: 2)).run()
    let warning = Warning.usersNotTornDown(2, of: 2, reason: FailureKind("Refused()"))
    #expect(report.warnings.contains(warning) && report.total.failureCount == 0)
  }

  @Test func scenariosWithoutFlowsTrap() async {
    await #expect(processExitsWith: .failure) { _ = Scenario("none") {} }
    await #expect(processExitsWith: .failure) { _ = Flow<Void>("none", weight: 0) { _ in } }
  }
}
