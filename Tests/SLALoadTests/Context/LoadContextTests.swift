// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadContextTests {
  private func draws(_ context: LoadContext) -> [Int] {
    var generator = context.generator()
    return (0..<8).map { _ in .random(in: 0..<1_000_000, using: &generator) }
  }

  @Test func generatorsFollowFromSeedUserAndTurn() {
    let context = LoadContext(user: 3, iteration: 17, turn: 5, seed: 42)
    #expect(draws(context) == draws(context))
    // What others do, by which the number within the run changes, does not change what a user draws.
    #expect(draws(context) == draws(LoadContext(user: 3, iteration: 99, turn: 5, seed: 42)))
  }

  @Test func generatorsWithoutATurnFollowFromTheIteration() {
    let context = LoadContext(user: 3, iteration: 17, seed: 42)
    #expect(draws(context) == draws(LoadContext(user: 0, iteration: 17, seed: 42)))
    #expect(draws(context) != draws(LoadContext(user: 3, iteration: 18, seed: 42)))
    #expect(
      draws(context) == draws(LoadContext(user: 3, iteration: 17, turn: 5, seed: 42).byIteration())
    )
  }

  @Test func setUpsFollowFromTheUser() {
    let context = LoadContext(user: 3, iteration: 17, seed: 42).bySetUp()
    #expect(
      draws(context) == draws(LoadContext(user: 3, iteration: 18, turn: 1, seed: 42).bySetUp())
    )
    #expect(draws(context) != draws(LoadContext(user: 4, iteration: 17, seed: 42).bySetUp()))
  }

  @Test func generatorsOfOthersDiffer() {
    let all = (0..<4).flatMap { user in
      (0..<4).flatMap { turn in
        (0..<4).map { LoadContext(user: user, iteration: 0, turn: turn, seed: UInt64($0)) }
      }
    }
    #expect(Set(all.map(draws)).count == 64)
  }

  @Test func phasesHaveSeedsOfTheirOwn() {
    #expect(SeededGenerator.seed(42, ofPhase: 0) == 42)
    let seeds = (-1..<30).flatMap { phase in
      (0..<10).map { SeededGenerator.seed($0, ofPhase: phase) }
    }
    #expect(Set(seeds).count == 310)
  }

  /// Numbers begin again in each phase; names do not.
  @Test func namesAreOfOneOperationOfTheRun() async throws {
    let seen = Shared<[LoadContext]>([])
    let profile = LoadProfile.phases([
      .phase("a", .users(2, requests: 5)), .pause(.milliseconds(1)), .phase("b", .burst(5)),
    ])
    _ = try await LoadTest("x", profile) { context in
      seen.change { $0.append(context) }
    }.warmUp(requests: 3).run()
    let expected =
      (0..<3).map { "w-\($0)" } + (0..<5).map { "0-\($0)" } + (0..<5).map { "1-\($0)" }
    #expect(seen.value.map(\.id).sorted() == expected.sorted())
    #expect(Set(seen.value.map(\.phase)) == [-1, 0, 1])
    #expect(Set(seen.value.map(draws)).count == 13)
  }

  /// What is drawn in a run: by iteration, and all in order.
  private func draws(of profile: LoadProfile, isScenario: Bool) async throws -> [Int: UInt64] {
    let drawn = Shared<[Int: UInt64]>([:])
    let draw: @Sendable (LoadContext, SeededGenerator) async -> Void = { context, generator in
      var generator = generator
      let number = generator.next()
      drawn.change { $0[context.iteration] = number }
      // Which user is next is chance.
      for _ in 0..<Int.random(in: 0..<4) { await Task.yield() }
    }
    let isEnough: @Sendable (LoadReport) -> Bool = { $0.count >= 200 }
    if isScenario {
      let scenario = Scenario("s") { Flow("f") { await draw($0.context, $0.generator()) } }
      _ = try await LoadTest(scenario, profile).seed(7).stopEarly(isEnough).run()
    } else {
      _ = try await LoadTest("x", profile) { await draw($0, $0.generator()) }.seed(7).stopEarly(
        isEnough
      ).run()
    }
    return drawn.value
  }

  @Test(
    arguments: [
      LoadProfile.users(4, requests: 200), .users(4, iterationsEach: 50), .burst(200),
      .arrivals(perSecond: 2_000, for: .milliseconds(100)), .users(4, for: .seconds(60)),
    ],
    [false, true]
  )
  func theSameSeedGivesTheSameData(profile: LoadProfile, isScenario: Bool) async throws {
    let one = try await draws(of: profile, isScenario: isScenario)
    let other = try await draws(of: profile, isScenario: isScenario)
    guard "\(profile)".contains(" for 60 s") else { return #expect(one == other) }
    // Time decides: what both runs came to is alike in a scenario, and by user otherwise.
    let both = Set(one.keys).intersection(other.keys)
    #expect(!both.isEmpty)
    if isScenario { #expect(both.allSatisfy { one[$0] == other[$0] }) }
  }
}
