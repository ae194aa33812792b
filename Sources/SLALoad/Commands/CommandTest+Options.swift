// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How a command is run, beside how often.
struct CommandOptions: Sendable {
  typealias Step = @Sendable @concurrent () async throws -> Void

  /// What a run has to be like.
  struct Expectation: Sendable {
    let meaning: String
    let holds: @Sendable (CommandResult) throws -> Bool
  }

  /// Environment variables to set, or to remove where the value is `nil`.
  var environment: [String: String?] = [:]
  var directory: String?
  var input = ProgramRequest.Input.nothing
  var timeout = Duration.seconds(60)
  var statuses: Set<Int> = [0]
  var prepare: Step?
  var prepareCold: Step?
  var cleanup: Step?
  var expectations: [Expectation] = []
  var progress = ProgressOutput.automatic
}

// Each returns the test with a change: `CommandTest(…).timeout(.seconds(1)).run()`.
extension CommandTest {
  /// Sets environment variables, beside those of this process.
  ///
  /// - Parameter variables: Values by name; `nil` removes one.
  /// - Returns: The test.
  public func environment(_ variables: [String: String?]) -> CommandTest {
    with { $0.environment.merge(variables) { $1 } }
  }

  /// Sets the working directory, that of this process unless set.
  ///
  /// - Parameter path: Its path; a relative path of the executable is still meant from this process's directory.
  /// - Returns: The test.
  public func directory(_ path: String) -> CommandTest { with { $0.directory = path } }

  /// Gives the command a text to read from standard input, which is empty unless given.
  ///
  /// - Parameter text: The text; each run reads it from its beginning.
  /// - Returns: The test.
  public func input(_ text: String) -> CommandTest { with { $0.input = .text(text) } }

  /// Gives the command a file to read from standard input.
  ///
  /// - Parameter path: Its path, of a regular file or a device such as `/dev/null`; each run reads it from its beginning.
  /// - Returns: The test.
  public func input(file path: String) -> CommandTest { with { $0.input = .file(path) } }

  /// Limits the time of each run; 60 seconds unless set.
  ///
  /// At the limit all processes of the command's group are killed, on Linux those that left it too unless their parents
  /// have ended, and the run counts as a timeout. So does one that ended by itself, but not within the limit.
  ///
  /// - Parameter limit: The limit, above zero.
  /// - Returns: The test.
  /// - Precondition: `limit` is above zero.
  public func timeout(_ limit: Duration) -> CommandTest {
    trap(unless: limit > .zero, "a timeout must be above zero (was \(limit.exactText))")
    return with { $0.timeout = limit }
  }

  /// Sets the exit statuses with which a run succeeds; 0 unless set.
  ///
  /// - Parameters:
  ///   - status: A status in `0...255`.
  ///   - more: Further ones.
  /// - Returns: The test.
  /// - Precondition: Statuses are in `0...255`: -1 is 255 to those who wait.
  public func expectingStatus(_ status: Int, _ more: Int...) -> CommandTest {
    expecting(Set([status] + more))
  }

  /// Sets a range of exit statuses with which a run succeeds, as `1...255` for a command that must fail.
  ///
  /// - Parameter statuses: Statuses in `0...255`.
  /// - Returns: The test.
  /// - Precondition: Statuses are in `0...255`.
  public func expectingStatus(in statuses: ClosedRange<Int>) -> CommandTest {
    // The bounds first: a set of all integers would not end.
    expecting([statuses.lowerBound, statuses.upperBound]).with { $0.statuses = Set(statuses) }
  }

  private func expecting(_ statuses: Set<Int>) -> CommandTest {
    for status in statuses {
      trap(unless: (0...255).contains(status), "an exit status must be in 0...255 (was \(status))")
    }
    return with { $0.statuses = statuses }
  }

  /// Adds something that each run has to be like; one that is not counts as an invalid result.
  ///
  /// ```swift
  /// .expecting("the status of the job") { $0.output.contains("done") }
  /// ```
  ///
  /// Asked of runs with an expected status, outside their time. Of output there is the beginning only, 64 KiB of each
  /// stream: what was asked of a run that wrote more is warned of.
  ///
  /// - Parameters:
  ///   - meaning: What is expected, in words for the failing message.
  ///   - holds: Whether a run is so; what throws is not.
  /// - Returns: The test.
  public func expecting(
    _ meaning: String,
    _ holds: @escaping @Sendable (CommandResult) throws -> Bool
  ) -> CommandTest {
    with { $0.expectations.append(.init(meaning: meaning, holds: holds)) }
  }

  /// Sets what is to be done before each run, outside its time.
  ///
  /// - Parameter step: What to do; if it throws, so does the test.
  /// - Returns: The test.
  public func prepare(
    _ step: @escaping @Sendable @concurrent () async throws -> Void
  ) -> CommandTest { with { $0.prepare = step } }

  /// Sets what makes a cold run cold, as removing a cache; done before each of these, after the other preparation.
  ///
  /// - Parameter step: What to do; if it throws, so does the test.
  /// - Returns: The test.
  public func prepareCold(
    _ step: @escaping @Sendable @concurrent () async throws -> Void
  ) -> CommandTest { with { $0.prepareCold = step } }

  /// Sets what is to be done after each run, outside its time, also if it failed.
  ///
  /// - Parameter step: What to do; if it throws, so does the test.
  /// - Returns: The test.
  public func cleanup(
    _ step: @escaping @Sendable @concurrent () async throws -> Void
  ) -> CommandTest { with { $0.cleanup = step } }

  /// Sets when a line of progress is written to standard error; on a terminal unless set.
  ///
  /// - Parameter output: When.
  /// - Returns: The test.
  public func progress(_ output: ProgressOutput) -> CommandTest { with { $0.progress = output } }

  private func with(_ change: (inout CommandOptions) -> Void) -> CommandTest {
    var test = self
    change(&test.options)
    return test
  }
}
