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

  /// What was required.
  public let requirement: Requirement
  /// How the judgement ended.
  public let status: Status
  /// What was measured, or `nil` if there is no such figure.
  public let observed: MetricValue?
  /// What is to be known before trusting the verdict.
  public let warnings: [Warning]
  /// Why nothing was decided; `nil` unless the verdict is undecided.
  package let indecision: Indecision?
}

extension Requirement {
  /// Judges what was measured; reports nothing.
  ///
  /// - Parameter subject: A load report or a recorder.
  /// - Returns: *met* or *missed* by what was observed; *undecided* without observations, or by a limit
  ///   that everything keeps.
  public func verdict(on subject: some LoadReportConvertible) -> Verdict {
    let report = subject.loadReport
    do throws(Indecision) {
      guard !isVacuous else { throw .promisesNothing }
      let observed = try quantity.value(in: report, for: relation)
      return Verdict(
        requirement: self,
        status: relation.holds(observed, limit) ? .met : .missed,
        observed: observed,
        warnings: warnings(on: report),
        indecision: nil
      )
    } catch {
      return Verdict(
        requirement: self,
        status: .undecided,
        observed: nil,
        warnings: [],
        indecision: error
      )
    }
  }

  /// Warns of a percentile that too few samples can only stand in for.
  private func warnings(on report: LoadReport) -> [Warning] {
    guard case .percentile(let quantile) = quantity, let count = report.latency?.count,
      let needed = Percentile.samplesNeeded(for: quantile), count < needed
    else { return [] }
    return [.tooFewSamples(metric: "\(quantity)", count: count, needed: needed)]
  }
}
