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

  @Test func twoCommandsOfOneNameTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = CommandSuite("all", [CommandTest("sh", ["a"]), CommandTest("sh", ["a", "1"])])
    }
  }
}
