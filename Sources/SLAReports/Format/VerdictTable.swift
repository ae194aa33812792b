// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates

extension Verdict: CustomStringConvertible {
  /// The verdict in a line: `p95 of search <= 300 ms: met, 24.0 % margin`.
  public var description: String {
    let figure = observed.map { " (\(FigureText.text($0)))" } ?? ""
    return "\(requirement): \(VerdictText.status(of: self))\(figure)"
  }
}

extension Assessment: CustomStringConvertible {
  /// All verdicts as a table, those not met first.
  public var description: String {
    VerdictTable(self).lines.joined(separator: "\n")
  }
}

/// The verdicts of an assessment side by side, target beside actual, those not met first.
struct VerdictTable {
  let lines: [String]

  init(_ assessment: Assessment) {
    var table = TextTable([.left, .left, .left, .left])
    table.add(VerdictText.headings)
    let met = assessment.verdicts.filter { $0.status == .met }
    for verdict in assessment.unmet + met { table.add(VerdictText.cells(of: verdict)) }
    lines = table.lines
  }
}
