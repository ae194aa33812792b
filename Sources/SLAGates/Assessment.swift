// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// All verdicts of one report on one list of requirements.
package struct Assessment: Sendable, Equatable {
  package let report: LoadReport
  /// One verdict for each requirement, in the order in which they were written.
  package let verdicts: [Verdict]

  /// Judges a report.
  package init(of report: LoadReport, by requirements: [Requirement]) {
    self.report = report
    verdicts = requirements.map { $0.verdict(on: report) }
  }

  /// Whether there are requirements, and all are met; an empty list promises nothing.
  package var isMet: Bool { !verdicts.isEmpty && verdicts.allSatisfy { $0.status == .met } }

  /// Everything to know before trusting the verdicts, each thing once.
  package var warnings: [Warning] {
    var warnings = report.warnings
    for warning in verdicts.flatMap(\.warnings) + unjudgedFailures where !warnings.contains(warning)
    {
      warnings.append(warning)
    }
    return warnings
  }

  private var unjudgedFailures: [Warning] {
    let failed = report.total.failureCount
    let isJudged = verdicts.contains { $0.requirement.quantity.limitsFailures }
    return failed == 0 || isJudged ? [] : [.failuresUnjudged(failed: failed, of: report.count)]
  }
}
