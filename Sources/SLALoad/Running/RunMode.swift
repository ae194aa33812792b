// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How much of their loads the tests of this run offer, and what they judge of them.
///
/// The environment says so, for the same tests serve several purposes: `SLA_MODE=smoke` to see whether everything
/// works, `SLA_MODE=off` to leave loads out, `SLA_SCALE=0.1` for a shorter run.
package struct RunMode: Sendable, Hashable {
  /// What becomes of loads.
  package enum Kind: String, Sendable, CaseIterable {
    /// They are offered and judged.
    case full
    /// Each operation is made once, and nothing but errors is judged.
    case smoke
    /// Nothing is run.
    case off
  }

  /// The environment variables that say it.
  private static let (modeVariable, scaleVariable) = ("SLA_MODE", "SLA_SCALE")
  /// Above this a scale is more likely a slip: a percentage, or a duration.
  private static let largestScale = 100.0

  /// What becomes of loads.
  package let kind: Kind
  /// By what durations and numbers of requests are multiplied, above 0 and at most 100.
  package let scale: Double

  /// Reads the mode from environment variables; one that is empty counts as not set.
  ///
  /// - Parameter environment: Values by the names of variables.
  /// - Throws: If a value is none of those that there are.
  package init(environment: [String: String]) throws(RunModeError) {
    var (kind, scale) = (Kind.full, 1.0)
    if let text = environment[Self.modeVariable], !text.isEmpty {
      guard let known = Kind(rawValue: text) else {
        throw RunModeError(.unknownMode, variable: Self.modeVariable, value: text)
      }
      kind = known
    }
    if let text = environment[Self.scaleVariable], !text.isEmpty {
      guard let number = Double(text), number > 0, number <= Self.largestScale else {
        throw RunModeError(.invalidScale, variable: Self.scaleVariable, value: text)
      }
      scale = number
    }
    (self.kind, self.scale) = (kind, scale)
  }

  /// Variables that stand for those of the process, for tests.
  @TaskLocal package static var environment: [String: String]?

  /// The mode by the environment of the process, which is read once.
  private static let ofProcess = Result { () throws(RunModeError) in
    var environment: [String: String] = [:]
    for name in [modeVariable, scaleVariable] { environment[name] = StandardError.variable(name) }
    return try RunMode(environment: environment)
  }

  /// The mode of this run.
  ///
  /// Throws if the environment has a value that is none of those that there are.
  package static var current: RunMode {
    get throws(RunModeError) {
      guard let environment else { return try ofProcess.get() }
      return try RunMode(environment: environment)
    }
  }

  /// What becomes of loads in this run; where the environment is not understood, all is judged.
  package static var currentKind: Kind { (try? current)?.kind ?? .full }
}
