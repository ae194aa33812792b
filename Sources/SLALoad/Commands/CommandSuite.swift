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
  /// A command without a name of its own is numbered where another has what would be its name: `recipectl status (2)`.
  ///
  /// - Parameters:
  ///   - name: The name of the suite, as reports show it.
  ///   - tests: The commands.
  /// - Precondition: No two of the names that were given are the same, nor those of cold runs, such as `status (cold)`.
  public init(_ name: String, _ tests: [CommandTest]) {
    self.name = name
    var taken: Set<String> = []
    for name in tests.filter(\.isNamed).flatMap(\.operationNames) {
      trap(
        unless: taken.insert(name).inserted,
        "two operations are called \"\(name)\"; give one command another name:"
      )
    }
    self.tests = tests.map { test in
      guard !test.isNamed else { return test }
      var numbered = test
      var number = 1
      while !taken.isDisjoint(with: numbered.operationNames) {
        number += 1
        numbered.name = "\(test.name) (\(number))"
      }
      taken.formUnion(numbered.operationNames)
      return numbered
    }
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
