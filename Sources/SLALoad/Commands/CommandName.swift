// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The names of commands, as reports show them.
enum CommandName {
  /// The most characters of a script that are its name.
  private static let longestScript = 60

  /// The name of a program with the arguments that say what it does: `recipectl status`.
  ///
  /// Up to the first argument that is more than letters and hyphens, as an identifier, a path or a number is: the same
  /// command has the same name in every run.
  static func text(_ executable: String, _ arguments: [String]) -> String {
    let program = executable.split(separator: "/").last.map(String.init) ?? executable
    let words = arguments.prefix { argument in
      !argument.isEmpty && argument.allSatisfy { $0.isASCII && $0.isLetter || $0 == "-" }
    }
    return ([program] + words).joined(separator: " ")
  }

  /// The beginning of a script, in one line.
  static func text(script: String) -> String {
    let line = script.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= longestScript ? line : line.prefix(longestScript - 1) + "…"
  }

  /// The name of the cold runs of a command.
  static func cold(_ name: String) -> String { "\(name) (cold)" }
}
