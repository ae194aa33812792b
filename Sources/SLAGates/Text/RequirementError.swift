// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the text of requirements, and where.
public struct RequirementError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public package(set) var line: Int
    /// The column, in characters from 1.
    public let column: Int
    /// The whole line.
    public let text: String
    /// What was found there and should not be, in words.
    public let message: String
    /// What could stand there; empty where that is said in words.
    public let expected: [String]

    package init(line: Int = 1, column: Int, text: String, message: String, expected: [String]) {
      self.line = line
      self.column = column
      self.text = text
      self.message = message
      self.expected = expected
    }

    /// The fault in a sentence, then the line with a mark below the place.
    public var description: String {
      let choice =
        expected.isEmpty ? "" : "; there could stand: \(expected.joined(separator: ", "))"
      // In one line whatever was given, and with the mark below its place behind tabs too.
      let shown = String(text.map { $0.isNewline ? " " : $0 })
      let mark = String(shown.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }) + "^"
      return "line \(line), column \(column): \(message)\(choice)\n  \(shown)\n  \(mark)"
    }
  }

  /// Everything that is wrong, in the order of the text.
  public let faults: [Fault]

  package init(_ faults: [Fault]) {
    self.faults = faults
  }

  /// All faults, one after another.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
