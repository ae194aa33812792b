// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the command line asks for.
struct Options: Equatable {
  var isGate = false
  var wantsJSON = false
  var wantsHelp = false
  /// How often each row is measured, in `9...`.
  var rounds = 11
  /// What the names of rows must contain; all do if it is empty.
  var filter = ""

  static let fewestRounds = 9

  static let usage = """
    usage: swift run -c release --package-path Benchmarks Benchmarks [options]

      --gate          exit with code 1 if a target is missed; otherwise the exit code is 0
      --rounds N      how often each row is measured, at least 9 (11)
      --filter TEXT   only rows that have this in their name, in capitals or not
      --json          the same figures for programs
      --help          this text

    Without `-c release` the targets are those of debug builds.
    """

  /// Reads the arguments after the name of the program.
  ///
  /// - Parameter arguments: The arguments.
  /// - Throws: ``UsageError`` with the argument that is wrong, and what would be right.
  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--gate": isGate = true
      case "--json": wantsJSON = true
      case "--help", "-h": wantsHelp = true
      case "--rounds": rounds = try Self.rounds(rest.popFirst())
      case "--filter":
        guard let text = rest.popFirst(), !text.isEmpty, !text.hasPrefix("--") else {
          throw UsageError(description: "--filter needs a part of the name of a row")
        }
        filter = text
      default:
        throw UsageError(
          description: "unknown option \(argument); the options are --gate, --rounds N, "
            + "--filter TEXT, --json, --help"
        )
      }
    }
  }

  private static func rounds(_ text: String?) throws -> Int {
    guard let text, let rounds = Int(text), rounds >= fewestRounds else {
      throw UsageError(
        description:
          "--rounds needs a number of at least \(fewestRounds) (was \(text ?? "missing"))"
      )
    }
    return rounds
  }

  /// Whether a row is asked for.
  func selects(_ name: String) -> Bool {
    filter.isEmpty || name.lowercased().contains(filter.lowercased())
  }
}

/// A command line that cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}
