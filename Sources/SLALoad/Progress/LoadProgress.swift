// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// When a line of progress is written to standard error during a load.
public struct ProgressOutput: Sendable, Hashable, CustomStringConvertible {
  private enum Kind: String {
    case automatic
    case always
    case never
  }

  private let kind: Kind

  /// For loads of more than two seconds, where standard error is a terminal, or where the environment
  /// variable `SLA_PROGRESS` is 1.
  public static let automatic = ProgressOutput(kind: .automatic)
  /// For loads of more than two seconds, wherever standard error goes.
  public static let always = ProgressOutput(kind: .always)
  /// Never.
  public static let never = ProgressOutput(kind: .never)

  /// The name: `automatic`.
  public var description: String { kind.rawValue }

  /// Whether to write, given the environment.
  package func isOn(isTerminal: Bool, variable: String?) -> Bool {
    switch kind {
    case .automatic: variable == "1" || (isTerminal && variable != "0")
    case .always: true
    case .never: false
    }
  }

  /// The line of what begins now, if there is to be one; it names the step of a sweep or matrix that is at work.
  func line(_ figures: @escaping @Sendable () -> ProgressFigures) -> ProgressLine? {
    let isTerminal = StandardError.isTerminal
    guard isOn(isTerminal: isTerminal, variable: StandardError.variable("SLA_PROGRESS")) else {
      return nil
    }
    let step = ProgressStep.current
    return ProgressLine(isTerminal: isTerminal, write: StandardError.put) {
      figures().named(of: step)
    }
  }
}

/// What a line of progress says.
package struct ProgressFigures: Sendable {
  private(set) var name: String
  let elapsed: Int64
  let count: Int
  let failures: Int
  let inFlight: Int
  let p95: Duration?
  /// How much is done of what decides the end, in `0...1`; `nil` where that is unknown.
  let done: Double?

  package init(
    name: String,
    elapsed: Int64,
    count: Int,
    failures: Int,
    inFlight: Int,
    p95: Duration?,
    done: Double?
  ) {
    self.name = name
    self.elapsed = elapsed
    self.count = count
    self.failures = failures
    self.inFlight = inFlight
    self.p95 = p95
    self.done = done
  }

  /// The figures of a step of several, which comes first in the name.
  package func named(of step: String?) -> ProgressFigures {
    var figures = self
    if let step { figures.name = "\(step)  \(name)" }
    return figures
  }

  /// The line: `search  12 s  812 /s  16 in flight  p95 21 ms  3 failed  18 s left`.
  package var line: String {
    let seconds = Double(elapsed) / 1e9
    var parts = [
      name, "\(Int(seconds)) s", "\(Self.number(Double(count) / max(seconds, 1e-3))) /s",
      "\(inFlight) in flight",
    ]
    if let p95 { parts.append("p95 \(Self.text(p95))") }
    parts.append("\(failures) failed")
    // Nobody waits for longer than a year.
    if let done, case let left = seconds / min(done, 1) - seconds, left <= 365 * 86_400 {
      parts.append("\(Int(left.rounded(.up))) s left")
    }
    return parts.joined(separator: "  ")
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration.inSeconds * 1e3
    return milliseconds < 1
      ? "\(number(milliseconds * 1e3)) µs"
      : milliseconds < 10_000 ? "\(number(milliseconds)) ms" : "\(number(milliseconds / 1e3)) s"
  }

  /// A number with one decimal below ten, and none above.
  private static func number(_ value: Double) -> String {
    guard value < 10 else { return "\(Int64(min(value, 1e15).rounded()))" }
    let text = "\((value * 10).rounded() / 10)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// A thread that writes a line of progress each second, on the terminal over the line before.
package final class ProgressLine: Sendable {
  private static let quiet: Int64 = 2_000_000_000
  private static let interval: Int64 = 1_000_000_000

  private let isOver = Awaited(false)
  private let hasEnded = Awaited(false)

  /// Begins, unless there is no thread for it: then there is no line.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether each line replaces the one before.
  ///   - write: What takes the text.
  ///   - figures: What makes the figures of the moment.
  package init(
    isTerminal: Bool,
    write: @escaping @Sendable (String) -> Void,
    figures: @escaping @Sendable () -> ProgressFigures
  ) {
    let started: Void? = try? SystemThread.start { [isOver, hasEnded] in
      var next = TimeSource.monotonic.nanoseconds() + Self.quiet
      var hasWritten = false
      while isOver.wait(until: { [next] _ in next }, { $0 ? true : nil }) == nil {
        // Clears the rest of a longer line before (ECMA-48, EL).
        write(isTerminal ? "\r\(figures().line)\u{1B}[K" : figures().line + "\n")
        hasWritten = true
        next += Self.interval
      }
      if isTerminal, hasWritten { write("\r\u{1B}[K") }
      hasEnded.change { $0 = true }
    }
    if started == nil { hasEnded.change { $0 = true } }
  }

  /// Ends; nothing is written afterwards.
  package func stop() {
    isOver.change { $0 = true }
    _ = hasEnded.wait { $0 ? true : nil }
  }
}
