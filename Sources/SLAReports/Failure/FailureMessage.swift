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
  private let isDebugBuild: Bool

  /// - Parameters:
  ///   - assessment: The verdicts and the report that they are on.
  ///   - test: The name by which `swift test --filter` finds the test, if known.
  ///   - isDebugBuild: Whether the code under test was likely built without optimization.
  package init(_ assessment: Assessment, test: String?, isDebugBuild: Bool) {
    self.assessment = assessment
    self.isDebugBuild = isDebugBuild
    advice = NextStep(assessment, test: test, isDebugBuild: isDebugBuild)
  }

  /// The message of an assessment that is not met.
  package var text: String {
    let evidence = EvidenceText.lines(of: assessment, isDebugBuild: isDebugBuild)
    let blocks = [headlines, verdicts, indented(evidence), warnings]
    return (blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") } + [advice.text])
      .joined(separator: "\n\n")
  }

  /// The message of an assessment that is met with warnings; `nil` without any.
  package var warningText: String? {
    guard !assessment.warnings.isEmpty else { return nil }
    return (["\(promise) is met, with a reservation.", ""] + warnings)
      .joined(separator: "\n")
  }

  /// What was judged, and by what.
  private var promise: String {
    let name = assessment.sla.name.map { " \"\($0)\"" } ?? ""
    return "The SLA\(name) of \"\(assessment.report.name)\""
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
    let title = assessment.sla.name.map { ["SLA \"\($0)\""] } ?? []
    return indented(title + VerdictTable(assessment).lines)
  }

  private var warnings: [String] {
    indented(assessment.warnings.map { "Warning: \($0)." })
  }

  private func indented(_ lines: [String]) -> [String] { lines.map { "  \($0)" } }
}
