// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A confidence as a share, and the chance of error that it leaves.
package enum Confidence {
  /// Traps unless a confidence is a share below 1; one given in percent is the usual mistake.
  package static func require(_ confidence: Double) {
    trap(
      unless: confidence >= 0 && confidence < 1,
      "confidence must be in 0..<1, as 0.95 (was \(confidence))"
    )
  }

  /// Returns the largest chance of error that still counts as 1 − confidence.
  ///
  /// The confidence is taken as the decimal number that was written: 1 − 0.9 is
  /// 0.09999999999999998 in binary, and a chance of exactly 0.1 must pass. The tolerance is 1e-12
  /// of the chance.
  package static func allowedError(at confidence: Double) -> Double {
    require(confidence)
    return (1 - confidence) * (1 + 1e-12)
  }
}
