// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// How far a figure lies from its limit, in words.
enum DistanceText {
  /// By how much a limit is missed: in percent of it up to its double, then as a multiple.
  static func miss(of observed: MetricValue, _ bound: Bound) -> String {
    let (relation, limit) = bound.nearest(to: observed)
    guard observed != limit else { return "exactly at the limit, which is excluded" }
    let side = observed.magnitude > limit.magnitude ? "over" : "under"
    let (value, most) = (observed.magnitude, limit.magnitude)
    if case .share = observed.figure {
      return "\(NumberText.significant(abs(value - most) * 100)) percentage points \(side)"
    }
    guard most > 0 else { return "\(FigureText.text(difference(observed, limit))) \(side)" }
    guard value < 2 * most, value > 0 || relation.isUpperLimit else {
      return "\(NumberText.significant(value / most)) × the limit"
    }
    return "\(FigureText.share(abs(value - most) / most)) \(side)"
  }

  /// By how much a limit is kept: in percent of it, or as a multiple from the double on; `nil` without such a figure.
  static func margin(of observed: MetricValue, _ bound: Bound) -> String? {
    let (_, limit) = bound.nearest(to: observed)
    guard observed != limit else { return "exactly at the limit" }
    if case .share = observed.figure {
      let points = abs(observed.magnitude - limit.magnitude) * 100
      return "\(NumberText.significant(points)) percentage points margin"
    }
    guard let factor = bound.margin(of: observed) else { return nil }
    guard factor < 2 else { return "\(NumberText.significant(factor))× margin" }
    let share = abs(observed.magnitude - limit.magnitude) / limit.magnitude
    return "\(FigureText.share(share)) margin"
  }

  private static func difference(_ value: MetricValue, _ limit: MetricValue) -> MetricValue {
    switch (value.figure, limit.figure) {
    case (.duration(let value), .duration(let limit)):
      .duration(value > limit ? value - limit : limit - value)
    case (.count(let value), .count(let limit)): .count(abs(value - limit))
    case (.number(let value), .number(let limit)): .number(abs(value - limit))
    case (.slope(let value), .slope(let limit)): .slope(abs(value - limit))
    case (.size(let value), .size(let limit)): .size(.bytes(abs(value.bytes - limit.bytes)))
    default: value
    }
  }
}
