// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAGates
import SLAMetrics

/// What a person reads when an SLA is not met, or is met with a warning.
///
/// Four blocks with blank lines between them: what was measured and by how much it is off; the
/// evidence; warnings, if any; what to do next.
package struct FailureMessage {
  private let assessment: Assessment
  private let advice: NextStep

  /// - Parameters:
  ///   - assessment: The verdicts and the report that they are on.
  ///   - test: The name by which `swift test --filter` finds the test, if known.
  ///   - isDebugBuild: Whether the code under test was likely built without optimization.
  package init(_ assessment: Assessment, test: String?, isDebugBuild: Bool) {
    self.assessment = assessment
    advice = NextStep(assessment, test: test, isDebugBuild: isDebugBuild)
  }

  /// The message of an assessment that is not met.
  package var text: String {
    let blocks = [
      headlines, verdicts, indented(EvidenceText.lines(of: assessment.report)), warnings,
    ]
    return (blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") } + [advice.text])
      .joined(separator: "\n\n")
  }

  /// The message of an assessment that is met with warnings; `nil` without any.
  package var warningText: String? {
    guard !assessment.warnings.isEmpty else { return nil }
    let name = assessment.report.name
    return (["The SLA of \"\(name)\" is met, with a reservation.", ""] + warnings)
      .joined(separator: "\n")
  }

  private var headlines: [String] {
    guard !assessment.verdicts.isEmpty else {
      return [
        "Nothing is required of \"\(assessment.report.name)\": the list of requirements is empty."
      ]
    }
    return assessment.unmet
      .map { VerdictText.headline(of: $0, in: assessment.report) }
  }

  /// All verdicts side by side, those not met first; left out where there is only one.
  private var verdicts: [String] {
    guard assessment.verdicts.count > 1 else { return [] }
    var table = TextTable([.left, .left])
    let met = assessment.verdicts.filter { $0.status == .met }
    for verdict in assessment.unmet + met {
      table.add(["\(verdict.requirement)", VerdictText.status(of: verdict)])
    }
    return indented(table.lines)
  }

  private var warnings: [String] {
    indented(assessment.warnings.map { "Warning: \($0)." })
  }

  private func indented(_ lines: [String]) -> [String] { lines.map { "  \($0)" } }
}
