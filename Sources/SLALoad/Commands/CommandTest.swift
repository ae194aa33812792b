// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// A command whose runs are timed and measured, from its start to its end.
///
/// ```swift
/// let report = try await CommandTest("recipectl", ["status", id], runs: 30, cold: 3)
///   .prepareCold { try cache.remove() }
///   .timeout(.seconds(5))
///   .run()
/// expectSLA(report, .p95 <= .milliseconds(500), .cpu <= .milliseconds(50), .peakMemory <= .megabytes(64))
/// ```
///
/// What is measured is wall time, time on cores, peak memory and bytes of output. A run fails with another exit status
/// than 0, by a signal, or at its timeout; the first lines of its output are in the failing message. Cold runs are
/// an operation of their own, `recipectl status (cold)`: choose by `.on(_:)` what a requirement is of.
///
/// The program is started directly, without a shell, in a process group of its own, with no other descriptors than
/// its standard streams. Output goes to temporary files that have no names, and standard input is empty unless it is
/// given. Who opens `/dev/stdout` anew to write cuts that file, and loses what was written before. Processes that a
/// command leaves in its group are ended with it: nothing waits for them.
public struct CommandTest: Sendable {
  /// What is run: a program, or a text that a shell understands.
  enum Work: Sendable, Hashable {
    case program(String, [String])
    case shell(String)
  }

  /// The name of the operation, as reports show it.
  public internal(set) var name: String
  /// How often the command is run and timed.
  public internal(set) var runs: Int
  /// How often it is run before, without being in any figure.
  public internal(set) var warmups: Int
  /// How often it is run cold, before everything else.
  public internal(set) var cold: Int
  /// How many runs there are at once, each held by a thread of its own.
  public internal(set) var concurrency: Int
  /// Whether its name was given.
  let isNamed: Bool
  let work: Work
  var options = CommandOptions()

  /// Creates a test of a program.
  ///
  /// - Parameters:
  ///   - executable: Its path, or its name: of a product of the package, which is found beside the tests, or else in `PATH`.
  ///   - arguments: Its arguments; no shell sees them.
  ///   - name: The name of the operation. Unless given, that of the program with its first arguments, up to one that
  ///     is more than letters and hyphens: `recipectl status` for `["status", "42"]`.
  ///   - runs: How often it is run and timed, at least 0.
  ///   - warmups: How often it is run before, at least 0.
  ///   - cold: How often it is run cold, at least 0.
  ///   - concurrency: How many runs there are at once, at least 1; cold runs are one at a time.
  /// - Precondition: Numbers are in their ranges.
  public init(
    _ executable: String,
    _ arguments: [String] = [],
    name: String? = nil,
    runs: Int = 10,
    warmups: Int = 0,
    cold: Int = 0,
    concurrency: Int = 1
  ) {
    self.init(
      name,
      CommandName.text(executable, arguments),
      .program(executable, arguments),
      (runs, warmups, cold, concurrency)
    )
  }

  /// Creates a test of a text that `/bin/sh` understands, as one with pipes.
  ///
  /// The shell's own start is in the figures; it is measured too, and a warning says how long it takes.
  ///
  /// - Parameters:
  ///   - script: What the shell runs.
  ///   - name: The name of the operation; the beginning of the script unless given.
  ///   - runs: How often it is run and timed, at least 0.
  ///   - warmups: How often it is run before, at least 0.
  ///   - cold: How often it is run cold, at least 0.
  ///   - concurrency: How many runs there are at once, at least 1; cold runs are one at a time.
  /// - Precondition: Numbers are in their ranges.
  public init(
    shell script: String,
    name: String? = nil,
    runs: Int = 10,
    warmups: Int = 0,
    cold: Int = 0,
    concurrency: Int = 1
  ) {
    self.init(
      name,
      CommandName.text(script: script),
      .shell(script),
      (runs, warmups, cold, concurrency)
    )
  }

  private init(
    _ name: String?,
    _ usualName: String,
    _ work: Work,
    _ counts: (runs: Int, warmups: Int, cold: Int, concurrency: Int)
  ) {
    trap(
      unless: counts.runs >= 0 && counts.warmups >= 0 && counts.cold >= 0,
      "numbers of runs must not be negative (were \(counts.runs), \(counts.warmups), \(counts.cold))"
    )
    trap(
      unless: counts.concurrency >= 1,
      "at least one command must be able to run (the concurrency was \(counts.concurrency))"
    )
    self.name = name ?? usualName
    isNamed = name != nil
    self.work = work
    (runs, warmups, cold, concurrency) = counts
  }

  /// The names of its operations: that of its runs, and that of its cold ones if there are any.
  var operationNames: [String] { [name] + (cold > 0 ? [CommandName.cold(name)] : []) }

  /// Runs the command as often as asked, and waits for the last one to end.
  ///
  /// The environment can change how often, which the report then says: `SLA_MODE=smoke` runs it once, `SLA_MODE=off`
  /// not at all, and `SLA_SCALE=0.1` makes a tenth of the runs.
  ///
  /// - Returns: What was measured: an operation with the command's name, and one for its cold runs. Preparations are in
  ///   no latency, but in the time of the run, by which throughput goes.
  /// - Throws: ``CommandError`` if the command cannot be started at all; one that was started before, and then is not
  ///   for want of memory or processes, has a run that failed. What a preparation throws.
  ///   `CancellationError` if the task was cancelled, which ends what runs. ``RunModeError`` if `SLA_MODE` or
  ///   `SLA_SCALE` has a value that is none, and ``ThreadsExhausted`` if the system has too few threads.
  /// - Complexity: For each run a process, three temporary files, and some 50 µs of this process's own.
  public func run() async throws -> LoadReport { try await run(by: SystemCommands()) }

  /// Runs the command by something that may stand for the system.
  package func run(
    by commands: any CommandRunning,
    time: TimeSource = .monotonic
  ) async throws -> LoadReport {
    let plan = CommandPlan([self], order: .inTurn, try RunMode.current)
    return try await CommandRunner(name, plan, commands, time).run().report
  }
}
