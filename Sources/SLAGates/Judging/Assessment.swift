// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// All verdicts of one report on one SLA.
public struct Assessment: Sendable, Equatable {
  /// What was judged.
  public let report: LoadReport
  /// What it was judged by.
  public let sla: SLA
  /// One verdict for each requirement, in the order in which they were written.
  ///
  /// Failures that no requirement says anything of, neither by limiting them nor by leaving them out, must not
  /// be: verdicts on those come last. A test whose operations fail must not pass for being quick.
  public let verdicts: [Verdict]
  /// Whether failures are judged without having been mentioned.
  private let impliesNoFailures: Bool

  /// Judges a report.
  package init(of report: LoadReport, by sla: SLA, _ options: JudgingOptions = .init()) {
    self.report = report
    self.sla = sla
    let implied =
      sla.requirements.isEmpty ? [] : FailureCoverage(sla.requirements).unlimited(in: report)
    impliesNoFailures = !implied.isEmpty
    verdicts = (sla.requirements + implied).map { $0.verdict(on: report, options) }
  }

  /// *missed* if any verdict is, else *undecided* if any is or there is none, else *met*.
  public var status: Verdict.Status {
    if verdicts.contains(where: { $0.status == .missed }) { return .missed }
    return isMet ? .met : .undecided
  }

  /// Whether there are requirements, and all are met; an empty list promises nothing.
  public var isMet: Bool { !verdicts.isEmpty && unmet.isEmpty }

  /// The verdicts that are missed or undecided.
  public var unmet: [Verdict] { verdicts.filter { $0.status != .met } }

  /// Everything to know before trusting the verdicts, each thing once.
  public var warnings: [Warning] {
    var warnings = report.warnings
    let implied: [Warning] = impliesNoFailures ? [.failuresNotAllowed] : []
    for warning in verdicts.flatMap(\.warnings) + implied where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return warnings
  }
}

extension SLA {
  /// Judges what was measured by all requirements; reports nothing.
  ///
  /// - Parameters:
  ///   - subject: A load report, a phase, an operation or a recorder.
  ///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
  ///     observation decide. Of each requirement by itself.
  ///   - requireValidLoad: Whether nothing is decided by a load that was not the one asked for.
  /// - Returns: All verdicts.
  /// - Precondition: `confidence` is in `0.5..<1`.
  public func verdict(
    on subject: some LoadReportConvertible,
    confidence: Double? = nil,
    requireValidLoad: Bool = false
  ) -> Assessment {
    let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
    return Assessment(of: subject.loadReport, by: self, options)
  }
}
