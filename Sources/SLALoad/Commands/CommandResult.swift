// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// One run of a command: how it ended, and what it used.
public struct CommandResult: Sendable, Hashable {
  /// The name of the command.
  public let name: String
  /// Whether the run was made cold.
  public let isCold: Bool
  private let ending: ProgramEnding

  init(_ name: String, isCold: Bool, _ ending: ProgramEnding) {
    self.name = name
    self.isCold = isCold
    self.ending = ending
  }

  /// The exit status, in `0...255`, or `nil` if a signal ended the command.
  public var status: Int? { ending.status.map(Int.init) }
  /// The signal that ended the command, or `nil` if it returned.
  public var signal: Int? { ending.signal.map(Int.init) }
  /// Whether it had not ended by itself within its timeout.
  public var isTimedOut: Bool { ending.cause == .timeout }

  /// From just before the start to the end, by a monotonic clock.
  public var duration: Duration { .nanoseconds(max(ending.end - ending.start, 0)) }
  /// The time that it spent on cores in its own code, with children that it waited for.
  public var userTime: Duration { .nanoseconds(ending.user) }
  /// The time that the system spent on cores for it.
  public var systemTime: Duration { .nanoseconds(ending.system) }
  /// The most memory that it had at one time, or one of the children that it waited for.
  public var peakMemory: PeakMemory { ending.memory }
  /// What it wrote to standard output and standard error.
  public var outputSize: ByteSize { .bytes(ending.outputBytes + ending.errorBytes) }
  /// The beginning of its standard output, at most 64 KiB.
  public var output: String { ending.output }
  /// The beginning of its standard error, at most 64 KiB.
  public var errorOutput: String { ending.errorOutput }
  /// Whether it wrote more than the 64 KiB that are kept of one of them, so that its end is not here.
  public var isOutputTruncated: Bool {
    max(ending.outputBytes, ending.errorBytes) > ProgramEnding.keptBytes
  }

  /// The most lines that a failing message has of a run, and the most characters of each.
  private static let (lineLimit, longestLine) = (4, 160)

  /// The first lines that say something, of standard error before standard output, at most four.
  public var firstLines: [String] {
    var lines: [String] = []
    for text in [errorOutput, output] {
      for line in text.split(whereSeparator: \.isNewline) where lines.count < Self.lineLimit {
        let plain = String(line.map { $0.isControl ? " " : $0 })
        guard plain.contains(where: { !$0.isWhitespace }) else { continue }
        let isLong = plain.count > Self.longestLine
        lines.append(isLong ? plain.prefix(Self.longestLine - 1) + "…" : plain)
      }
    }
    return lines
  }

  /// How the run failed, by what was expected of it, or `nil` if it did not.
  func failure(by options: CommandOptions) -> FailureKind? {
    wrongEnd(by: options) ?? options.expectations.lazy.compactMap(failure).first
  }

  /// Whether something was expected of output of which there is not all.
  func isHalfSeen(by options: CommandOptions) -> Bool {
    isOutputTruncated && !options.expectations.isEmpty && wrongEnd(by: options) == nil
  }

  private func wrongEnd(by options: CommandOptions) -> FailureKind? {
    let left = ending.isLeft ? ", and could not be ended: it is another user's" : ""
    switch ending.cause {
    case .timeout:
      let kind = TimeoutError(limit: options.timeout).failureKind
      return FailureKind(kind.category, reason: kind.reason + left)
    case .tooMuchOutput: return FailureKind("more than 1 GB of output" + left)
    case .stopped: return .cancelled
    case .notStarted(let reason): return FailureKind("could not be started: \(reason)")
    case nil: break
    }
    if let signal { return FailureKind(SignalName.text(signal)) }
    guard let status, options.statuses.contains(status) else {
      return FailureKind("exit status \(status ?? -1)")
    }
    return nil
  }

  private func failure(by expectation: CommandOptions.Expectation) -> FailureKind? {
    do {
      guard try !expectation.holds(self) else { return nil }
      return FailureKind(.invalidResult, reason: "not as expected: \(expectation.meaning)")
    } catch {
      return FailureKind(.invalidResult, reason: "\(expectation.meaning): \(error)")
    }
  }
}

/// The names of signals.
enum SignalName {
  /// Those that end a process by default and are the same on Linux and Darwin.
  ///
  /// https://man7.org/linux/man-pages/man7/signal.7.html
  private static let names = [
    1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 8: "SIGFPE",
    9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
  ]

  /// The signal in words: `signal 9 (SIGKILL)`.
  static func text(_ signal: Int) -> String {
    "signal \(signal)" + (names[signal].map { " (\($0))" } ?? "")
  }
}

extension Character {
  /// Whether it would move the cursor or change the colour of a terminal.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
