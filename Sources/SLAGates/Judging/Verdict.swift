// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Whether a requirement holds, with the evidence.
public struct Verdict: Sendable, Hashable {
  /// The three ways in which a judgement can end.
  public enum Status: String, Sendable, Hashable {
    /// What was measured keeps the limit.
    case met
    /// What was measured breaks the limit.
    case missed
    /// Nothing was measured that could decide, or the limit is one that everything keeps.
    ///
    /// An expectation fails on this as on a miss.
    case undecided
  }

  /// The judgement of one operation or window, where a requirement is of each by itself.
  public struct Part: Sendable, Hashable {
    /// The operation, or when the window was: `search`, `20 s to 30 s`.
    public let name: String
    /// How the judgement ended.
    public var status: Status { judgement.status }
    /// What was measured, or `nil` if there is no such figure.
    public var observed: MetricValue? { judgement.observed }
    /// How many operations the judgement rests on.
    public var count: Int { judgement.count }

    package let judgement: Judgement
  }

  /// What was required.
  public let requirement: Requirement
  /// The name of what was judged: of the operation, or of the report.
  public let subject: String
  /// Each by itself, where the requirement says so; then the rest is that of the worst.
  public let parts: [Part]
  package let judgement: Judgement

  /// How the judgement ended.
  public var status: Status { judgement.status }
  /// What was measured, or `nil` if there is no such figure.
  public var observed: MetricValue? { judgement.observed }
  /// How many operations the judgement rests on, in `0...`.
  public var count: Int { judgement.count }
  /// By which factor the limit is kept, 2 for half of it; below 1 if it is not kept.
  ///
  /// The limit divided by what was observed, or the inverse where it is the least; `nil` where either is not
  /// above zero.
  public var margin: Double? { judgement.observed.flatMap { requirement.bound.margin(of: $0) } }
  /// What the figure of all operations there could be lies in at 95 % confidence, or at the one asked for.
  ///
  /// `nil` of figures that are not percentiles or shares. Exact order statistics, and the bounds of Clopper and
  /// Pearson.
  public var interval: MetricInterval? { judgement.interval }
  /// What is to be known before trusting the verdict.
  public var warnings: [Warning] { judgement.warnings }
  /// Why nothing was decided; `nil` unless the verdict is undecided.
  package var indecision: Indecision? { judgement.indecision }

  package init(
    requirement: Requirement,
    subject: String,
    parts: [Part] = [],
    judgement: Judgement
  ) {
    self.requirement = requirement
    self.subject = subject
    self.parts = parts
    self.judgement = judgement
  }
}

/// How a requirement was judged on some operations.
package struct Judgement: Sendable, Hashable {
  package var status: Verdict.Status
  package var observed: MetricValue?
  package var count = 0
  package var interval: MetricInterval?
  package var warnings: [Warning] = []
  package var indecision: Indecision?
  /// The confidence at which it was decided; `nil` where the observation decided.
  package var confidence: Double?

  package init(_ status: Verdict.Status, observed: MetricValue? = nil, count: Int = 0) {
    self.status = status
    self.observed = observed
    self.count = count
  }

  package init(undecided indecision: Indecision, observed: MetricValue? = nil, count: Int = 0) {
    self.init(.undecided, observed: observed, count: count)
    self.indecision = indecision
  }
}
