// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// A verdict in words.
enum VerdictText {
  /// The most parts of a verdict that are named.
  private static let partLimit = 5

  /// The cells of a table: what is required, the target, what was measured, and how that was judged.
  static func cells(of verdict: Verdict) -> [String] {
    [
      verdict.requirement.subject, "\(verdict.requirement.bound)", actual(of: verdict),
      status(of: verdict),
    ]
  }

  /// The headings of such a table.
  static let headings = ["requirement", "target", "actual", "verdict"]

  private static func actual(of verdict: Verdict) -> String {
    verdict.observed.map { text($0, verdict.requirement) } ?? "-"
  }

  /// How it was judged, and by how much: `met, 291× margin`.
  static func status(of verdict: Verdict) -> String {
    if let indecision = verdict.indecision {
      return "undecided: \(IndecisionText.text(indecision, of: verdict.requirement))"
    }
    let bound = verdict.requirement.bound
    guard let observed = verdict.observed else { return "\(verdict.status)" }
    let distance =
      bound.holds(observed)
      ? DistanceText.margin(of: observed, bound) : DistanceText.miss(of: observed, bound)
    return ["\(verdict.status)", distance].compactMap(\.self).joined(separator: ", ")
  }

  /// The headline of a requirement that is not met: what was measured, the limit, by how much.
  static func headline(of verdict: Verdict, in report: LoadReport) -> String {
    let requirement = verdict.requirement
    let subject = subject(of: verdict)
    if let indecision = verdict.indecision {
      let figure = verdict.observed.map { " was \(text($0, requirement)), which" } ?? ""
      return """
        \(subject)\(figure) is undecided: \(IndecisionText.text(indecision, of: verdict.requirement)); the requirement is \
        \(requirement).
        """ + parts(of: verdict)
    }
    guard let observed = verdict.observed else {
      return "\(subject) did not come about in time; the requirement is \(requirement)."
    }
    return """
      \(subject) was \(text(observed, requirement))\(basis(of: verdict, in: report)); \
      the limit is \(limit(requirement)) \
      (\(DistanceText.miss(of: observed, requirement.bound))).
      """ + parts(of: verdict)
  }

  /// The quantity with the name of what it is of.
  private static func subject(of verdict: Verdict) -> String {
    let requirement = verdict.requirement
    guard requirement.quantity.isOfOperations else {
      return "\(requirement.quantity) in \"\(verdict.subject)\""
    }
    var scope = requirement.scope
    scope.operations = .all
    let name = worst(of: verdict) ?? verdict.subject
    return "\(requirement.quantity) of \"\(name)\"\(scope)\(window(of: verdict))"
  }

  /// The operation that decides, where each is judged by itself.
  private static func worst(of verdict: Verdict) -> String? {
    guard verdict.requirement.window == nil else { return nil }
    return verdict.parts.first { $0.judgement == verdict.judgement }?.name
  }

  private static func window(of verdict: Verdict) -> String {
    guard verdict.requirement.window != nil,
      let part = verdict.parts.first(where: { $0.judgement == verdict.judgement })
    else { return "" }
    return " (\(part.name))"
  }

  /// Which operations or windows are not met, where there are several.
  private static func parts(of verdict: Verdict) -> String {
    let unmet = verdict.parts.filter { $0.status != .met }
    guard verdict.parts.count > 1, !unmet.isEmpty else { return "" }
    let sort = verdict.requirement.window == nil ? "operations" : "windows"
    let named = unmet.prefix(partLimit).map { part in
      let figure = part.observed.map { text($0, verdict.requirement) } ?? "undecided"
      return "\(part.name) \(figure)"
    }
    let more = unmet.count > partLimit ? ", …" : ""
    return """
       Not met by \(NumberText.count(unmet.count)) of \(NumberText.count(verdict.parts.count)) \(sort): \
      \(named.joined(separator: ", "))\(more).
      """
  }

  private static func text(_ observed: MetricValue, _ requirement: Requirement) -> String {
    let limit = requirement.bound.nearest(to: observed).value
    return FigureText.text(observed, besideLimit: limit)
  }

  private static func basis(of verdict: Verdict, in report: LoadReport) -> String {
    let quantity = verdict.requirement.quantity
    if case .latency(.percentile) = quantity {
      if verdict.requirement.window != nil { return " (to 0.8 %)" }
      return report.latency?.isExact == false ? " (to 0.1 %)" : ""
    }
    guard let share = verdict.observed?.share, quantity.limitsFailures else { return "" }
    let part = Int((share * Double(verdict.count)).rounded())
    return " (\(NumberText.count(part)) of \(NumberText.count(verdict.count)))"
  }

  private static func limit(_ requirement: Requirement) -> String {
    switch requirement.bound {
    case .between(let lower, let upper): "from \(lower) to \(upper)"
    case .limit(.less, let limit): "below \(limit)"
    case .limit(.lessOrEqual, let limit): "\(limit)"
    case .limit(.greater, let limit): "above \(limit)"
    case .limit(.greaterOrEqual, let limit): "at least \(limit)"
    }
  }
}
