// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CommandTestComparingTests {
  @Test func runsTakeTurnsInTurningOrder() async throws {
    let fake = FakeCommands { request, _ in
      .init(milliseconds: request.arguments[1] == "a" ? 10 : 20)
    }
    let base = CommandTest("sh", ["a"], runs: 3, warmups: 1, cold: 4, concurrency: 8)
    let comparison = try await base.compare(
      with: CommandTest("sh", ["b"], runs: 2),
      by: fake,
      time: fake.clock.source
    )
    // One to warm up, then three rounds.
    #expect(fake.run.map { $0.arguments[1] } == ["a", "a", "b", "b", "a", "a", "b"])
    #expect(comparison.base == "sh a" && comparison.other == "sh b" && comparison.isJudged)
    #expect(comparison.ratio == 2 && comparison.report.operations.map(\.count) == [3, 3])
    #expect(comparison.report.name == "sh b against sh a")
    #expect(comparison.report.load == "6 runs of 2 commands, after 1 to warm up")
    #expect(comparison.report.warnings == [])
  }

  @Test func theSameCommandIsToldFromItself() async throws {
    let fake = FakeCommands { request, _ in
      .init(milliseconds: request.environment["FAST"] == nil ? 20 : 5)
    }
    let test = CommandTest("sh", ["a"], runs: 5)
    let comparison = try await test.compare(
      with: test.environment(["FAST": "1"]),
      by: fake,
      time: fake.clock.source
    )
    #expect(comparison.other == "sh a (other)" && comparison.ratio == 0.25)
  }

  @Test func modesRunOnceOrNotAndJudgeNothing() async throws {
    let fake = FakeCommands { _, _ in .init() }
    for (mode, count) in [("smoke", 2), ("off", 0)] {
      let comparison = try await RunMode.$environment.withValue(["SLA_MODE": mode]) {
        try await CommandTest("sh", ["a"], runs: 30).compare(
          with: CommandTest("sh", ["b"]),
          by: fake,
          time: fake.clock.source
        )
      }
      #expect(comparison.report.count == count && !comparison.isJudged && comparison.isAtMost(0.5))
    }
  }

  @Test(arguments: ["smoke", "full"]) func whatFailsIsNeverFast(mode: String) async throws {
    let fake = FakeCommands { request, number in
      .init(status: request.arguments[1] == "b" && number < 2 ? 127 : 0)
    }
    let comparison = try await RunMode.$environment.withValue(["SLA_MODE": mode]) {
      try await CommandTest("sh", ["a"], runs: 9).compare(
        with: CommandTest("sh", ["b"]),
        by: fake,
        time: fake.clock.source
      )
    }
    #expect(comparison.report.failures == [FailureKind("exit status 127"): 1])
    #expect(!comparison.isAtMost(100) && comparison.exceeds(100))
  }

  @Test func commandsOfTheSystemAreCompared() async throws {
    let comparison = try await CommandTest("sleep", ["0.01"], runs: 7)
      .compare(with: CommandTest("sleep", ["0.1"], name: "longer sleep"))
    #expect(comparison.isDifferent && !comparison.isAtMost(1), "\(comparison.report)")
  }

  @Test func aScaleIsSaidOfTheRunsThatBothWouldHave() async throws {
    let fake = FakeCommands { _, _ in .init() }
    let comparison = try await RunMode.$environment.withValue(["SLA_SCALE": "0.5"]) {
      try await CommandTest("sh", ["a"], runs: 20).compare(
        with: CommandTest("sh", ["b"]),
        by: fake,
        time: fake.clock.source
      )
    }
    #expect(comparison.report.count == 20)
    #expect(
      comparison.report.warnings == [.scaledLoad(by: 0.5, of: "40 runs of 2 commands")]
    )
  }
}
