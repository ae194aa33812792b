// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// A verdict in words.
enum VerdictText {
  /// The short form for a table: `met (2.10 ms)`.
  static func status(of verdict: Verdict) -> String {
    let observed = verdict.observed.map {
      FigureText.text($0, besideLimit: verdict.requirement.limit)
    }
    return "\(verdict.status) (\(observed ?? indecision(verdict)))"
  }

  /// The headline of a requirement that is not met: what was measured, the limit, by how much.
  static func headline(of verdict: Verdict, in report: LoadReport) -> String {
    let requirement = verdict.requirement
    let subject = "\(requirement.quantity) of \"\(report.name)\""
    guard let observed = verdict.observed else {
      return "\(subject) is undecided: \(indecision(verdict)); the requirement is \(requirement)."
    }
    let measured = FigureText.text(observed, besideLimit: requirement.limit)
    return """
      \(subject) was \(measured)\(basis(of: requirement.quantity, in: report)); \
      the limit is \(bound(requirement.relation))\(requirement.limit) \
      (\(distance(from: observed, to: requirement))).
      """
  }

  private static func indecision(_ verdict: Verdict) -> String {
    switch verdict.indecision {
    case .nothingMeasured: "nothing was measured"
    case .nothingSucceeded(let failed): "none of \(NumberText.count(failed, "operation")) succeeded"
    case .nothingMeasurable(let count):
      "none of \(NumberText.count(count, "operation")) has a duration"
    case .noTimeElapsed: "no time elapsed"
    case .timesUnknown: "durations were recorded without their times"
    case .promisesNothing: "the limit promises nothing"
    case nil: "-"
    }
  }

  private static func basis(of quantity: Quantity, in report: LoadReport) -> String {
    if case .percentile = quantity, report.latency?.isExact == false { return " (to 0.1 %)" }
    guard quantity.limitsFailures else { return "" }
    let part = quantity == .errorRate ? report.total.failureCount : report.total.successCount
    return " (\(NumberText.count(part)) of \(NumberText.count(report.count)))"
  }

  private static func bound(_ relation: Relation) -> String {
    switch relation {
    case .less: "below "
    case .lessOrEqual: ""
    case .greater: "above "
    case .greaterOrEqual: "at least "
    }
  }

  /// By how much a limit is missed: in percent of it up to its double, then as a multiple.
  private static func distance(from observed: MetricValue, to requirement: Requirement) -> String {
    guard observed != requirement.limit else { return "exactly at the limit, which is excluded" }
    let side = requirement.relation.isUpperLimit ? "over" : "under"
    let (value, limit) = (magnitude(observed), magnitude(requirement.limit))
    if case .share = observed.figure {
      return "\(NumberText.significant(abs(value - limit) * 100)) percentage points \(side)"
    }
    guard limit > 0 else { return "\(FigureText.text(observed)) \(side)" }
    guard value < 2 * limit else { return "\(NumberText.significant(value / limit)) × the limit" }
    return "\(FigureText.share(abs(value - limit) / limit)) \(side)"
  }

  private static func magnitude(_ value: MetricValue) -> Double {
    switch value.figure {
    case .duration(let duration): duration.inSeconds
    case .share(let share): share
    case .rate(let rate): rate.perSecond
    }
  }
}
