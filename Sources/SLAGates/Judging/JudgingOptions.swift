// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How sure a verdict has to be, and of what load.
public struct JudgingOptions: Sendable, Hashable {
  /// The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the observation decide.
  public var confidence: Double?
  /// Whether nothing is decided by a load that was not the one asked for.
  public var requireValidLoad: Bool

  /// Whether is warned of samples that leave a question open.
  package var warnsOfSamples = true

  /// Traps unless a confidence is at least a half: below, what is observed could be called its contrary.
  package static func require(_ confidence: Double) {
    trap(
      unless: confidence >= 0.5 && confidence < 1,
      "the confidence of a verdict must be in 0.5..<1, as 0.95 (was \(confidence))"
    )
  }

  /// The confidence at which is warned of a sample that leaves a question open.
  package static let warningConfidence = 0.95

  /// Creates options.
  ///
  /// - Parameters:
  ///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
  ///     observation decide.
  ///   - requireValidLoad: Whether nothing is decided by a load that was not the one asked for.
  /// - Precondition: `confidence` is in `0.5..<1`.
  public init(confidence: Double? = nil, requireValidLoad: Bool = false) {
    if let confidence { Self.require(confidence) }
    self.confidence = confidence
    self.requireValidLoad = requireValidLoad
  }
}
