// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// When users are made ready, and what becomes of their states.
@Suite struct ScenarioUsersTests {
  /// Logging in is no part of the load: neither of its time, nor of its windows.
  @Test func usersAreMadeReadyBeforeTheLoadBegins() async throws {
    let ready = Shared(0)
    let early = Shared(0)
    let scenario = Scenario("pilot") { user in
      try await Task.sleep(for: .milliseconds(user.number == 0 ? 300 : 1))
      ready.change { $0 += 1 }
    } flows: {
      Flow("work") { _ in if ready.value < 4 { early.change { $0 += 1 } } }
    }
    let report = try await LoadTest(scenario, .users(4, requests: 100)).run()
    #expect(report.count == 100 && early.value == 0)
  }

  /// Spawned users are made ready as they come, as they would log in.
  @Test func spawnedUsersAreMadeReadyWhenTheyCome() async throws {
    let seen = Shared<[String]>([])
    let scenario = Scenario("pilot") { user in
      seen.change { $0.append("user \(user.number)") }
    } flows: {
      Flow("work") { user in
        if user.context.user == 0 { seen.change { $0.append("work") } }
        try await Task.sleep(for: .milliseconds(1))
      }
    }
    let profile = LoadProfile.users(2, spawnRate: 4, for: .milliseconds(600))
    _ = try await LoadTest(scenario, profile, execution: .blocking).run()
    let second = try #require(seen.value.firstIndex(of: "user 1"))
    #expect(seen.value.first == "user 0" && seen.value[..<second].contains("work"))
  }

  @Test func aCancellationWhileUsersAreMadeReadyBeginsNoLoad() async throws {
    let begun = Shared(0)
    let worked = Shared(0)
    let scenario = Scenario("pilot") { _ in
      begun.change { $0 += 1 }
      // Heeds no cancellation: all users are ready in the end.
      holdThread { begun.value < 100 }
    } flows: {
      Flow("work") { _ in worked.change { $0 += 1 } }
    }
    let run = Task {
      try await LoadTest(scenario, .users(2, requests: 1_000), execution: .blocking).run()
    }
    while begun.value < 2 { await Task.yield() }
    run.cancel()
    begun.change { $0 = 100 }
    await #expect(throws: CancellationError.self) { try await run.value }
    #expect(worked.value == 0)
  }

  /// The set-up heeds no cancellation, and makes a state when nobody waits for it any more.
  @Test func aStateThatComesTooLateIsTornDownAtOnce() async throws {
    let mayEnd = Shared(false)
    let tornDown = Shared<[Int]>([])
    let scenario = Scenario("pilot") { user in
      holdThread { !mayEnd.value }
      return user.number
    } tearDown: { number in
      tornDown.change { $0.append(number) }
    } flows: {
      Flow("work") { _ in Issue.record("a user without a state worked") }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 2), execution: .blocking)
      .timeout(.seconds(1)).run()
    #expect(report.warnings.contains(.usersNotSetUp(2, of: 2)))
    #expect(tornDown.value.isEmpty)
    mayEnd.change { $0 = true }
    while tornDown.value.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
    #expect(tornDown.value.sorted() == [0, 1])
  }

  /// A set-up that the cut of a run left behind: the next run of the same test makes a state of its own.
  @Test func aStateOfARunIsOfNoUseToTheNext() async throws {
    let made = Shared(0)
    let mayEnd = Shared(false)
    let tornDown = Shared<[Int]>([])
    let used = Shared<Set<Int>>([])
    let scenario = Scenario("pilot") { _ in
      made.change { $0 += 1 }
      let state = made.value
      holdThread { state == 1 && !mayEnd.value }
      return state
    } tearDown: { state in
      tornDown.change { $0.append(state) }
    } flows: {
      Flow("work") { user in used.change { $0.insert(user.state) } }
    }
    let profile = LoadProfile.users(1, for: .milliseconds(200))
    let test = LoadTest(scenario, profile, execution: .blocking).gracePeriod(.zero)
    _ = try await test.run()
    mayEnd.change { $0 = true }
    while tornDown.value.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    _ = try await test.run()
    #expect(tornDown.value == [1, 2] && used.value == [2])
  }

  @Test func tearDownThatHangsIsLeftBehind() async throws {
    let scenario = Scenario("pilot") { _ in
      1
    } tearDown: { _ in
      await neverEnding()
    } flows: {
      Flow("work") { _ in }
    }
    let report = try await LoadTest(scenario, .users(1, iterationsEach: 2))
      .gracePeriod(.milliseconds(10)).run()
    let kind = FailureKind(.timeout, reason: "no end within 1 s")
    #expect(report.warnings.contains(.usersNotTornDown(1, of: 1, reason: kind)))
  }
}
