// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How a measured value must lie to a limit, or to two.
package enum Bound: Sendable, Hashable {
  case limit(Relation, MetricValue)
  /// From one to the other, both included.
  case between(MetricValue, MetricValue)

  /// Whether a figure keeps it; what cannot be compared, such as NaN, does not.
  package func holds(_ value: MetricValue) -> Bool {
    switch self {
    case .limit(let relation, let limit): relation.holds(value, limit)
    case .between(let lower, let upper):
      Relation.greaterOrEqual.holds(value, lower) && Relation.lessOrEqual.holds(value, upper)
    }
  }

  /// The limits that have to be kept, one or two.
  package var limits: [(relation: Relation, value: MetricValue)] {
    switch self {
    case .limit(let relation, let limit): [(relation, limit)]
    case .between(let lower, let upper): [(.greaterOrEqual, lower), (.lessOrEqual, upper)]
    }
  }

  /// The limit that a figure breaks, or is nearer to.
  package func nearest(to value: MetricValue) -> (relation: Relation, value: MetricValue) {
    switch self {
    case .limit(let relation, let limit): return (relation, limit)
    case .between(let lower, let upper):
      let isNearLower =
        value.magnitude - lower.magnitude < upper.magnitude - value.magnitude
      return isNearLower ? (.greaterOrEqual, lower) : (.lessOrEqual, upper)
    }
  }

  /// The bound with room for so much of each limit beyond it, or less room if that is negative.
  package func widened(by band: Double) -> Bound {
    guard band != 0 else { return self }
    switch self {
    case .limit(let relation, let limit):
      return .limit(relation, Self.widened(limit, by: relation.isUpperLimit ? band : -band))
    case .between(let lower, let upper):
      return .between(Self.widened(lower, by: -band), Self.widened(upper, by: band))
    }
  }

  private static func widened(_ limit: MetricValue, by band: Double) -> MetricValue {
    limit.raised(by: limit.magnitude < 0 ? -band : band)
  }

  /// By which factor a value keeps its limits, or breaks them: below 1 if it does not keep them.
  ///
  /// The limit divided by the value, or the value by the limit where that is the least; the smaller of two.
  /// `nil` where either is not above zero.
  package func margin(of value: MetricValue) -> Double? {
    let factors = limits.compactMap { relation, limit -> Double? in
      guard value.magnitude > 0, limit.magnitude > 0 else { return nil }
      return relation.isUpperLimit
        ? limit.magnitude / value.magnitude : value.magnitude / limit.magnitude
    }
    return factors.count == limits.count ? factors.min() : nil
  }
}

extension Bound: CustomStringConvertible {
  /// The canonical text: `<= 300 ms`, `between 1 ms and 5 ms`.
  package var description: String {
    switch self {
    case .limit(let relation, let limit): "\(relation.rawValue) \(limit)"
    case .between(let lower, let upper): "between \(lower) and \(upper)"
    }
  }
}
