// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
public import SLAMetrics

extension Mitigation {
  /// Renders the change of each segment as a table for a terminal.
  ///
  /// ```
  /// operation  segment    P95 before  P95 after   change
  /// ingest                   50.9 ms    2.10 ms  −95.9 %
  /// ingest     lock_wait     40.6 ms     770 µs  −98.1 %
  /// ```
  ///
  /// The first line of an operation is that of its latency. What was not measured on one side reads `-`.
  public var table: String {
    var table = TextTable([.left, .left, .right, .right, .right])
    table.add(["operation", "segment", "P95 before", "P95 after", "change"])
    for row in rows {
      table.add([
        row.operation, row.segment ?? "", SegmentText.text(row.before), SegmentText.text(row.after),
        row.change.map(Self.text) ?? "-",
      ])
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  /// A change in percent with its sign and one decimal.
  private static func text(_ change: Double) -> String {
    let digits = String(format: "%.1f", abs(change) * 100)
    return (digits == "0.0" ? "" : change < 0 ? "−" : "+") + digits + " %"
  }
}
