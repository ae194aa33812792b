// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CommandSuiteTests {
  @Test func commandsRunInTurnAndAreOneReport() async throws {
    let fake = FakeCommands { request, _ in
      .init(milliseconds: request.arguments.contains("--help") ? 10 : 20)
    }
    let suite = CommandSuite(
      "shell",
      [
        CommandTest("sh", ["--help"], runs: 2),
        CommandTest("sh", ["status"], runs: 3, cold: 1),
      ]
    )
    let report = try await suite.run(by: fake, time: fake.clock.source)
    #expect(report.name == "shell" && report.load == "5 runs of 2 commands, 1 cold")
    #expect(report.operations.map(\.name) == ["sh --help", "sh status", "sh status (cold)"])
    #expect(report.operations.map(\.count) == [2, 3, 1])
    #expect(report.operation("sh --help")?.latency?.max == .milliseconds(10))
    #expect(report.operation("sh status")?.latency?.min == .milliseconds(20))
    #expect(report.total.usage?.count == 6)
  }

  @Test func whatCannotBeStartedIsSaidBeforeAnythingRuns() async {
    let fake = FakeCommands { _, _ in .init() }
    let suite = CommandSuite("all", [CommandTest("sh"), CommandTest("no-such-command")])
    await #expect(throws: CommandError.self) { try await suite.run(by: fake) }
    #expect(fake.run == [])
  }

  @Test func commandsWithoutNamesOfTheirOwnAreNumbered() async throws {
    let fake = FakeCommands { request, _ in .init(status: request.arguments.last == "2" ? 3 : 0) }
    let suite = CommandSuite(
      "shell",
      [
        CommandTest("sh", ["a", "1"], runs: 1, cold: 1), CommandTest("sh", ["a", "2"], runs: 1),
        // The name that the third would have, and that of the cold runs of the first.
        CommandTest("sh", name: "sh a (3)", runs: 1), CommandTest("sh", ["a", "3"], runs: 1),
        CommandTest(shell: "sh a (cold)", runs: 1),
      ]
    )
    let names = [
      "sh a", "sh a (cold)", "sh a (2)", "sh a (3)", "sh a (4)", "sh a (cold) (2)",
    ]
    let report = try await suite.run(by: fake, time: fake.clock.source)
    #expect(report.operations.map(\.name) == names)
    #expect(report.operation("sh a (2)")?.failures == [FailureKind("exit status 3"): 1])
  }

  @Test func twoOperationsOfOneGivenNameTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = CommandSuite("all", [CommandTest("sh", name: "x"), CommandTest("true", name: "x")])
    }
    await #expect(processExitsWith: .failure) {
      let cold = CommandTest("sh", name: "x", cold: 2)
      _ = CommandSuite("all", [cold, CommandTest("true", name: "x (cold)")])
    }
  }

  @Test func noCommandOfManyIsLost() async throws {
    let fake = FakeCommands { _, number in .init(status: number == 249 ? 1 : 0) }
    let tests = (1...250).map { CommandTest("sh", name: "command \($0)", runs: 1) }
    let report = try await CommandSuite("all", tests).run(by: fake, time: fake.clock.source)
    #expect(report.operations.map(\.name) == tests.map(\.name))
    #expect(report.count == 250 && report.operation("command 250")?.failureCount == 1)
    #expect(report.total.usage?.count == 249)
  }
}
