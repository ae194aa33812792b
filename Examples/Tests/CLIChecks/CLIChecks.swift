// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import Testing

/// How long commands take from their start to their end.
@Suite(.serialized, .alone) struct CLIChecks {
  /// Of each command by itself.
  static let promise: SLA = [
    (.p95 <= .milliseconds(500)).onEvery(), (.errorRate <= 0).onEvery(),
    (.cpu <= .milliseconds(200)).onEvery(), (.outputSize >= .bytes(1)).onEvery(),
  ]

  private let tool: CommandLineUnderTest

  init() throws { tool = try CommandLineUnderTest() }

  @Test func commandsAnswerInTime() async throws {
    // The run that the others ask for.
    _ = try await tool.command("run", "ham and eggs", runs: 1).run()
    let report = try await CommandSuite(
      "recipectl",
      [
        tool.command("--help"), tool.command("--version"), tool.command("run", "--help"),
        tool.command("status", "--help"), tool.command("logs", "--help"),
        tool.command("cost", "--help"), tool.command("retry", "--help"),
        tool.command("status", "1").expecting("the words of the run") { result in
          result.output == "run 1: job 1 finished, 3 words\n"
        },
        tool.command("logs", "1"), tool.command("cost", "--days", "7"), tool.command("retry", "1"),
      ]
    ).run()
    print(report.table(Self.promise))
    expectSLA(report, Self.promise)
  }

  /// Cold is the first run of a user: without a local state, and with no answer kept.
  @Test func coldStartsAreInTimeAsWarmOnesAre() async throws {
    let report = try await tool.command("cost", "--days", "7", cold: 5).run()
    print(report.table())
    let (warm, cold) = ("recipectl cost --days", "recipectl cost --days (cold)")
    expectSLA(
      report,
      (.p95 <= .milliseconds(500)).on(warm),
      (.max <= .milliseconds(500)).on(cold),
      (.errorRate <= 0).onEvery()
    )
  }

  @Test func anUnknownCommandFailsFastAndSaysWhatThereIs() async throws {
    let report = try await tool.command("statsu")
      .expectingStatus(64)
      .expecting("the commands there are") { result in
        result.errorOutput == """
          recipectl: there is no command "statsu"; there are cost, logs, retry, run, status

          """
      }
      .run()
    expectSLA(report, .p95 <= .milliseconds(250), .errorRate <= 0)
  }

  @Test(arguments: [
    (["--version", "now"], "\"now\" is too much; usage: recipectl --version"),
    (["logs", "1", "2", "3"], "\"2 3\" is too much; usage: recipectl logs RUN"),
    (["cost", "--days"], "the number of days is missing; usage: recipectl cost [--days N]"),
    (["cost", "--days", "7", "8"], "\"8\" is too much; usage: recipectl cost [--days N]"),
    (["cost", "7"], "usage: recipectl cost [--days N]"), (["run"], "the text is missing;"),
  ])
  func whatIsMissingOrTooMuchIsSaid(arguments: [String], message: String) async throws {
    let report = try await tool.command(arguments, runs: 1).expectingStatus(64)
      .expecting("the message") { $0.errorOutput.hasPrefix("recipectl: \(message)") }
      .run()
    expectSLA(report, .errorRate <= 0)
  }

  @Test(arguments: [
    (BrokenService.Fault.reset, "hung up"), (.shortBody, "broke off"),
  ])
  func anAnswerThatIsNotWholeIsNone(fault: BrokenService.Fault, message: String) async throws {
    let service = try BrokenService(fault)
    let report = try await tool.command("cost", runs: 3)
      .environment(["RECIPES_URL": service.address])
      .expectingStatus(69)
      .expecting("what is wrong") { $0.errorOutput.hasSuffix("\(service.address) \(message)\n") }
      .run()
    expectSLA(report, .max <= .seconds(5), .errorRate <= 0)
  }

  @Test func aServiceThatIsNotThereIsSaidAtOnce() async throws {
    let report = try await tool.command("cost", runs: 5)
      .environment(["RECIPES_URL": "http://127.0.0.1:1"])
      .expectingStatus(69)
      .expecting("the address") { $0.errorOutput.contains("nothing answers at http://127.0.0.1:1") }
      .run()
    expectSLA(report, .max <= .milliseconds(500), .errorRate <= 0)
  }

  @Test func helpTakesNoLongerThanTheVersionByFar() async throws {
    let comparison = try await tool.command("--version").compare(with: tool.command("--help"))
    print(comparison)
    // Nor if either fails, or too few runs leave it open.
    #expect(comparison.isAtMost(1.5), "\(comparison)")
  }
}
