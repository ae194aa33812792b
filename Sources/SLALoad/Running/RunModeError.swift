// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An environment variable that says how tests run has a value that is none.
public struct RunModeError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public struct Code: Sendable, Hashable {
    fileprivate enum Kind: Hashable {
      case unknownMode
      case invalidScale
    }

    fileprivate let kind: Kind

    /// `SLA_MODE` is none of `full`, `smoke` and `off`.
    public static let unknownMode = Code(kind: .unknownMode)
    /// `SLA_SCALE` is no number above 0 and at most 100; a tenth is written 0.1.
    public static let invalidScale = Code(kind: .invalidScale)
  }

  /// What is wrong.
  public let code: Code
  /// The name of the environment variable.
  public let variable: String
  /// Its value.
  public let value: String

  init(_ code: Code, variable: String, value: String) {
    self.code = code
    self.variable = variable
    self.value = value
  }

  /// What is wrong, and what would be right.
  public var description: String {
    let remedy =
      switch code.kind {
      case .unknownMode: "full, smoke or off"
      case .invalidScale: "a number above 0 and at most 100, such as 0.1"
      }
    return """
      the environment variable \(variable) is "\(value)"; set it to \(remedy), or not at all
      """
  }
}
