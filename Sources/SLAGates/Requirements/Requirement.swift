// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A limit on something measured: `.p95 <= .milliseconds(300)`.
///
/// Make one by comparing a ``Metric`` with a limit, and say with methods of what it is meant:
///
/// ```swift
/// (.errorRate < 0.02).excluding("harvest_auto")
/// (.p95 < .milliseconds(1_200)).on("recipes_search").inEvery(.seconds(10))
/// ```
///
/// Its `description` is its canonical text (`p95 of recipes_search in every 10 s < 1200 ms`), which messages use,
/// and which ``init(parsing:)`` reads back to an equal requirement.
public struct Requirement: Sendable, Hashable, CustomStringConvertible {
  package let quantity: Quantity
  package let bound: Bound
  package var scope: Scope
  /// The length of the parts of the run that are judged each by itself, or `nil` for the run as a whole.
  package var window: Duration?
  /// The share of a limit beyond it that is warned of rather than failed, in `0..<1`.
  package var deadband: Double = 0

  package init(_ quantity: Quantity, _ bound: Bound, scope: Scope = Scope()) {
    self.quantity = quantity
    self.bound = bound
    self.scope = scope
    if let fault { trap(unless: false, fault) }
  }

  init(_ quantity: Quantity, _ relation: Relation, _ limit: MetricValue) {
    self.init(quantity, .limit(relation, limit))
  }

  /// Whether every figure there can be keeps the limit, or every one but that of a total failure.
  ///
  /// `.errorRate <= 1` and `.errorRate < 1` are what 1 % looks like when it is not written 0.01.
  package var isVacuous: Bool {
    let range = quantity.range
    // Of these a total failure is zero, of other shares it is one.
    let isOfSuccesses = if case .shareWithin = quantity { true } else { quantity == .successRate }
    switch bound.widened(by: deadband) {
    case .between(let lower, let upper):
      return lower.magnitude <= range.lowerBound && upper.magnitude >= range.upperBound
    case .limit(.greaterOrEqual, let limit): return limit.magnitude <= range.lowerBound
    case .limit(.lessOrEqual, let limit): return limit.magnitude >= range.upperBound
    case .limit(.less, let limit):
      return limit.magnitude >= range.upperBound && !isOfSuccesses
    case .limit(.greater, let limit):
      return isOfSuccesses && limit.magnitude <= range.lowerBound
    }
  }

  /// What is wrong with the limit, in words, or `nil` if it is one that there can be.
  package var fault: String? { Self.fault(of: quantity, bound) }

  /// What is wrong with a limit for a quantity, in words, or `nil` if it is one that there can be.
  static func fault(of quantity: Quantity, _ bound: Bound) -> String? {
    let range = quantity.range
    for (_, limit) in bound.limits {
      let number = limit.magnitude
      if case .share = limit.figure {
        guard range.contains(number), number.isFinite else {
          let allowed = range.upperBound == 1 ? "0...1" : "-1..."
          return
            "the limit of the \(quantity) is a share in \(allowed), as 0.05 for 5 % (was \(number))"
        }
      } else {
        guard range.contains(number), number.isFinite else {
          let rule = number.isFinite ? "not be negative" : "be a finite number"
          return "the limit of the \(quantity) must \(rule) (was \(limit))"
        }
      }
    }
    if case .between(let lower, let upper) = bound, lower.magnitude > upper.magnitude {
      return "the lower limit of the \(quantity) must not be above the upper (was \(bound))"
    }
    return nil
  }

  /// The canonical text, exact and without rounding: `p95 <= 300 ms`.
  public var description: String {
    "\(subject) \(bound)" + (deadband > 0 ? " deadband \(ExactNumber.percent(deadband)) %" : "")
  }

  /// The canonical text without the limit: `p95 of search in every 10 s`.
  package var subject: String {
    "\(quantity)\(scope)" + (window.map { " in every \($0.exactText)" } ?? "")
  }
}

extension Requirement {
  /// What limits failures from above, as a requirement that there are none; `nil` of anything else.
  package var withoutFailures: Requirement? {
    let isUpper = bound.limits.contains(where: \.relation.isUpperLimit)
    switch quantity {
    case .errorRate where isUpper:
      return Requirement(.errorRate, .limit(.lessOrEqual, .share(0)), scope: scope)
    case .successRate where bound.limits.contains(where: { !$0.relation.isUpperLimit }):
      return Requirement(.errorRate, .limit(.lessOrEqual, .share(0)), scope: scope)
    case .failureRate(let selection) where isUpper, .failures(let selection) where isUpper:
      return Requirement(.failures(selection), .limit(.lessOrEqual, .count(0)), scope: scope)
    default: return nil
    }
  }
}
