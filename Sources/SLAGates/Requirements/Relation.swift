// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How a measured value must lie to its limit.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether the limit is the most that is allowed, rather than the least.
  package var isUpperLimit: Bool { self == .less || self == .lessOrEqual }

  /// Whether a value equal to the limit keeps it.
  package var includesLimit: Bool { self == .lessOrEqual || self == .greaterOrEqual }

  /// Whether a value keeps a limit; what cannot be compared, such as NaN, does not.
  package func holds<Value: Comparable>(_ value: Value, _ limit: Value) -> Bool {
    switch self {
    case .less: value < limit
    case .lessOrEqual: value <= limit
    case .greater: value > limit
    case .greaterOrEqual: value >= limit
    }
  }

  /// Whether a figure keeps a limit of the same unit.
  package func holds(_ value: MetricValue, _ limit: MetricValue) -> Bool {
    switch (value.figure, limit.figure) {
    case (.duration(let value), .duration(let limit)): holds(value, limit)
    case (.count(let value), .count(let limit)): holds(value, limit)
    case (.size(let value), .size(let limit)): holds(value, limit)
    case (.share, .share), (.rate, .rate), (.number, .number), (.slope, .slope):
      holds(value.magnitude, limit.magnitude)
    default: fatalError("a limit must be of the unit of its figure (was \(limit) for \(value))")
    }
  }
}
