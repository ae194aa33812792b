// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension Requirement {
  /// Judges what was measured; reports nothing.
  ///
  /// Without a confidence the observation decides, and a warning says where the sample leaves it open. With
  /// one, percentiles and shares are *met* or *missed* only if the exact bound is on that side (one-sided,
  /// Clopper and Pearson's; the sequential evidence, if the load ran until it was decided). Other metrics, and
  /// limits that allow no failure at all, are facts of the run, which the observation decides.
  ///
  /// - Parameters:
  ///   - subject: A load report, a phase, an operation or a recorder.
  ///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`.
  ///   - requireValidLoad: Whether nothing is decided by a load that was not the one asked for.
  /// - Returns: *met*, *missed*, or *undecided*: without observations, or by a limit that everything keeps.
  /// - Precondition: `confidence` is in `0.5..<1`.
  public func verdict(
    on subject: some LoadReportConvertible,
    confidence: Double? = nil,
    requireValidLoad: Bool = false
  ) -> Verdict {
    let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
    return verdict(on: subject.loadReport, options)
  }

  package func verdict(on report: LoadReport, _ options: JudgingOptions) -> Verdict {
    let judge = RequirementJudge(self, options, report)
    var verdict = judge.verdict
    if options.requireValidLoad, verdict.status != .undecided,
      report.warnings.contains(where: \.isInvalidLoad)
    {
      verdict = verdict.undecided(.invalidLoad)
    }
    return verdict
  }
}

extension Verdict {
  /// The same figures, with which nothing is decided.
  fileprivate func undecided(_ indecision: Indecision) -> Verdict {
    var judgement = judgement
    judgement.status = .undecided
    judgement.indecision = indecision
    return Verdict(
      requirement: requirement,
      subject: subject,
      parts: parts,
      judgement: judgement
    )
  }
}
