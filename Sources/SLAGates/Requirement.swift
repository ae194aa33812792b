// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A limit on something measured: `.p95 <= .milliseconds(300)`.
///
/// Make one by comparing a ``Metric`` with a limit. Its `description` is its canonical text
/// (`p95 <= 300 ms`), which messages use.
public struct Requirement: Sendable, Hashable, CustomStringConvertible {
  package let quantity: Quantity
  package let relation: Relation
  package let limit: MetricValue

  init(_ quantity: Quantity, _ relation: Relation, _ limit: MetricValue) {
    switch limit.figure {
    case .duration(let duration):
      trap(unless: duration >= .zero, "a latency limit must not be negative (was \(limit))")
    case .share(let share):
      trap(
        unless: share >= 0 && share <= 1,
        "the limit of the \(quantity) is a share in 0...1, as 0.05 for 5 % (was \(share))"
      )
    case .rate:
      break
    }
    self.quantity = quantity
    self.relation = relation
    self.limit = limit
  }

  /// Whether every figure there can be keeps the limit, or every one but that of a total failure.
  ///
  /// `.errorRate <= 1` and `.errorRate < 1` are what 1 % looks like when it is not written 0.01.
  var isVacuous: Bool {
    switch (limit.figure, relation) {
    case (.duration(.zero), .greaterOrEqual): true
    case (.share(0), .greaterOrEqual), (.share(1), .lessOrEqual): true
    case (.share(1), .less): quantity == .errorRate
    case (.share(0), .greater): quantity == .successRate
    case (.rate(let rate), .greaterOrEqual): rate == .perSecond(0)
    default: false
    }
  }

  /// The canonical text, exact and without rounding: `p95 <= 300 ms`.
  public var description: String { "\(quantity) \(relation.rawValue) \(limit)" }
}
