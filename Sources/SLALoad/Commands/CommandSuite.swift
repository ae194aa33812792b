// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Several commands that are run in turn, and reported together.
///
/// ```swift
/// let report = try await CommandSuite("recipectl", [
///   CommandTest("recipectl", ["--help"], runs: 30),
///   CommandTest("recipectl", ["status", id], runs: 30, cold: 3),
/// ]).run()
/// print(report.table())
/// expectSLA(report, (.p95 <= .milliseconds(500)).onEvery())
/// ```
public struct CommandSuite: Sendable {
  /// The name of the suite, as reports show it.
  public let name: String
  /// The commands, in the order in which they are run.
  public let tests: [CommandTest]

  /// Creates a suite.
  ///
  /// - Parameters:
  ///   - name: The name of the suite, as reports show it.
  ///   - tests: The commands.
  /// - Precondition: No two commands have the same name.
  public init(_ name: String, _ tests: [CommandTest]) {
    var names: Set<String> = []
    for test in tests {
      trap(
        unless: names.insert(test.name).inserted,
        "two commands are called \"\(test.name)\"; give one another name:"
      )
    }
    self.name = name
    self.tests = tests
  }

  /// Runs all commands, one after another.
  ///
  /// - Returns: What was measured, with an operation for each command and for its cold runs.
  /// - Throws: As ``CommandTest/run()``. What cannot be started is said before anything runs.
  public func run() async throws -> LoadReport { try await run(by: SystemCommands()) }

  /// Runs all commands by something that may stand for the system.
  package func run(
    by commands: any CommandRunning,
    time: TimeSource = .monotonic
  ) async throws -> LoadReport {
    let plan = CommandPlan(tests, order: .inTurn, try RunMode.current)
    return try await CommandRunner(name, plan, commands, time).run().report
  }
}
