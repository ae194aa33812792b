// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// Which of several alternatives to take: of those that meet an SLA the best by a metric, and why.
public struct Recommendation<Choice: Sendable & Hashable>: Sendable, Equatable {
  /// Why an alternative is none.
  package enum Fault: Sendable, Equatable {
    /// What measures it threw: so often, of so many rounds.
    case failed(FailureKind, count: Int, rounds: Int)
    /// Its load was not the one asked for.
    case invalidLoad(Warning)
    /// It was not measured.
    case notMeasured
    /// It does not meet the SLA; with what decided that.
    case unmet(Verdict)
    /// It has no such figure.
    case noFigure(String, Indecision)
  }

  /// One alternative, with its figure.
  public struct Candidate: Sendable, Equatable {
    /// What there is to choose.
    public let choice: Choice
    /// What it is called in text.
    package let name: String
    /// Its figure, or `nil` if it was not measured, or is no alternative.
    public let value: MetricValue?
    /// What its figure lies in, as far as that is known.
    public let interval: MetricInterval?
    /// Whether it was run only once, so that the interval lies within one run and knows nothing of how runs differ.
    public let isOfOneRun: Bool
    package let fault: Fault?

    /// Whether it meets the SLA in everything that was measured of it.
    ///
    /// One whose load was not valid, or that has no such figure, may meet it, and is no alternative still. What was not
    /// measured, or failed in a round, does not.
    public var meetsSLA: Bool {
      switch fault {
      case nil, .invalidLoad, .noFigure: true
      case .failed, .notMeasured, .unmet: false
      }
    }

    /// Whether it can be chosen: it meets the SLA by loads that were valid, and has a figure.
    public var isAlternative: Bool { fault == nil }

    package init(
      _ choice: Choice,
      _ name: String,
      _ value: MetricValue?,
      _ interval: MetricInterval? = nil,
      isOfOneRun: Bool = false,
      fault: Fault? = nil
    ) {
      self.choice = choice
      self.name = name
      self.value = value
      self.interval = interval
      self.isOfOneRun = isOfOneRun
      self.fault = fault
    }
  }

  /// All there was to choose from: the alternatives first, the best of them first.
  public let candidates: [Candidate]
  /// By what the best is found.
  package let quantity: Quantity
  /// Whether there is something to choose by: not so with `SLA_MODE=smoke` or `off`, in which nothing is timed.
  public let isJudged: Bool
  private let choicePlace: Int?

  /// The alternative to take, or `nil` if there is none.
  public var choice: Choice? { best?.choice }
  /// The alternative to take, with its figure.
  public var best: Candidate? { choicePlace.map { candidates[$0] } }

  /// The other alternatives whose figures cannot be told from that of the choice, or are equal.
  public var ties: [Candidate] {
    guard let best else { return [] }
    return candidates.filter {
      $0.isAlternative && $0.choice != best.choice
        && ($0.value == best.value || Self.overlap($0.interval, best.interval))
    }
  }

  /// Chooses.
  ///
  /// - Parameters:
  ///   - candidates: What there is to choose from.
  ///   - quantity: By what.
  ///   - reports: Everything that was measured.
  ///   - isAsGood: Whether the first alternative is shown to be as good as the second, the best, so that it is taken where
  ///     it comes before that; `nil` takes the best.
  package init(
    _ candidates: [Candidate],
    by quantity: Quantity,
    of reports: [LoadReport],
    isAsGood: ((Choice, Choice) -> Bool)? = nil
  ) {
    isJudged = !reports.contains { report in
      report.warnings.contains { $0 == .smokeRun || $0 == .nothingRun }
    }
    let alternatives = candidates.filter(\.isAlternative).sorted { left, right in
      let (first, second) = (left.value?.magnitude ?? 0, right.value?.magnitude ?? 0)
      return quantity.isBetterHigher ? first > second : first < second
    }
    self.candidates = alternatives + candidates.filter { !$0.isAlternative }
    self.quantity = quantity
    guard isJudged, let best = alternatives.first else {
      choicePlace = nil
      return
    }
    let earlier = candidates.prefix { $0.choice != best.choice }
    let chosen = earlier.first { candidate in
      candidate.isAlternative && (isAsGood?(candidate.choice, best.choice) ?? false)
    }
    choicePlace = alternatives.firstIndex(of: chosen ?? best)
  }

  /// Why runs are no ground to choose by: one does not meet an SLA, or had not the load that was asked for.
  ///
  /// - Returns: What the first such run fails, or `nil` if there is none.
  static func fault(of runs: [LoadReport], by sla: SLA) -> Fault? {
    guard !runs.isEmpty else { return .notMeasured }
    if let verdict = runs.lazy.compactMap({ Assessment(of: $0, by: sla).unmet.first }).first {
      return .unmet(verdict)
    }
    return runs.lazy.flatMap(\.warnings).first(where: \.isInvalidLoad).map { .invalidLoad($0) }
  }

  /// Whether two figures can be the same: where an interval is not known, nothing says that they are.
  private static func overlap(_ left: MetricInterval?, _ right: MetricInterval?) -> Bool {
    guard let left, let right else { return false }
    func isBelow(_ upper: MetricValue?, _ lower: MetricValue?) -> Bool {
      guard let upper, let lower else { return false }
      return upper.magnitude < lower.magnitude
    }
    return !isBelow(left.upper, right.lower) && !isBelow(right.upper, left.lower)
  }
}

extension Quantity {
  /// Whether more of it is better.
  package var isBetterHigher: Bool {
    switch self {
    case .successRate, .count, .throughput, .shareWithin, .counter, .counterRate: true
    default: false
    }
  }
}
