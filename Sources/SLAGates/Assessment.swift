// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// All verdicts of one report on one list of requirements.
package struct Assessment: Sendable, Equatable {
  package let report: LoadReport
  /// One verdict for each requirement, in the order in which they were written.
  ///
  /// Where no requirement says how many operations may fail, none may: if some did, the missed
  /// verdict on that comes last. A test whose operations fail must not pass for being quick.
  package let verdicts: [Verdict]
  /// Whether failures are judged without having been mentioned.
  private let impliesNoFailures: Bool

  /// Judges a report.
  package init(of report: LoadReport, by requirements: [Requirement]) {
    self.report = report
    let saysWhatMayFail = requirements.contains { $0.quantity.limitsFailures }
    impliesNoFailures = !requirements.isEmpty && !saysWhatMayFail && report.total.failureCount > 0
    let implied = impliesNoFailures ? [Metric.errorRate <= 0] : []
    verdicts = (requirements + implied).map { $0.verdict(on: report) }
  }

  /// The verdicts that are missed or undecided.
  package var unmet: [Verdict] { verdicts.filter { $0.status != .met } }

  /// Whether there are requirements, and all are met; an empty list promises nothing.
  package var isMet: Bool { !verdicts.isEmpty && unmet.isEmpty }

  /// Everything to know before trusting the verdicts, each thing once.
  package var warnings: [Warning] {
    var warnings = report.warnings
    let implied: [Warning] = impliesNoFailures ? [.failuresNotAllowed] : []
    for warning in verdicts.flatMap(\.warnings) + implied where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return warnings
  }
}
