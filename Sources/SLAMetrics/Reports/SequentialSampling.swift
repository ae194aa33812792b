// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// That a load ran until it was decided whether an SLA holds, which was looked at again and again.
///
/// Verdicts on such a load go by evidence that holds at every look: see ``SequentialEvidence``.
public struct SequentialSampling: Sendable, Hashable {
  /// The confidence at which it was decided, a share in `0..<1`.
  public let confidence: Double
  /// How many operations there were to be at most.
  public let limit: Int

  package init(confidence: Double, limit: Int) {
    self.confidence = confidence
    self.limit = limit
  }
}
