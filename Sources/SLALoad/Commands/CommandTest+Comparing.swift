// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension CommandTest {
  /// Runs this command and another by turns, and compares how long they take.
  ///
  /// Each as often as the one that has more runs, one at a time, each round in the opposite order of the one before.
  /// Warm-ups come first; there are no cold runs.
  ///
  /// - Parameter other: The command that is compared with this one; called `… (other)` where names are the same.
  /// - Returns: Medians, and their ratio with its interval; see `CommandComparison` for what failed runs do to it.
  /// - Throws: As ``run()``.
  public func compare(with other: CommandTest) async throws -> CommandComparison {
    try await compare(with: other, by: SystemCommands())
  }

  /// Compares commands that are run by something that may stand for the system.
  package func compare(
    with other: CommandTest,
    by commands: any CommandRunning,
    time: TimeSource = .monotonic
  ) async throws -> CommandComparison {
    let otherName = other.name == name ? "\(name) (other)" : other.name
    let tests = [alone(name), other.alone(otherName)]
    let plan = CommandPlan(tests, order: .interleaved, try RunMode.current)
    let runner = CommandRunner("\(otherName) against \(name)", plan, commands, time)
    let (report, records) = try await runner.run()
    return CommandComparison(
      report,
      base: (name, records.durations(of: 0)),
      other: (otherName, records.durations(of: 1)),
      isJudged: plan.mode.kind == .full
    )
  }

  /// The command under a name, without cold runs, one run at a time.
  private func alone(_ name: String) -> CommandTest {
    var test = self
    test.name = name
    (test.cold, test.concurrency) = (0, 1)
    return test
  }
}
