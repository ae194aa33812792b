// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension LoadReport {
  /// Renders the segments of all operations as a table for a terminal; empty without segments.
  ///
  /// ```
  /// operation  segment      n  calls     mean      P50      P95      P99      max   share    self
  /// ingest     db_total   818   1.00  21.4 ms  20.9 ms  50.4 ms  53.0 ms  61.2 ms    98 %  0.28 %
  /// ingest     lock_wait  818   1.00  20.8 ms  20.4 ms  49.9 ms  52.1 ms  60.0 ms    95 %    95 %
  /// ingest     other      818      -  31.0 µs  28.1 µs  41.0 µs  60.2 µs   120 µs  0.14 %  0.14 %
  /// ```
  ///
  /// Of the operations that succeeded: percentiles of those in which the segment ran, calls and shares of all. *self* is
  /// the share without the segments within it, and *other* what no segment covers.
  public var segmentTable: String {
    let rows = operations.flatMap(SegmentText.rows)
    guard !rows.isEmpty else { return "" }
    var table = TextTable([.left, .left] + Array(repeating: .right, count: 9))
    table.add([
      "operation", "segment", "n", "calls", "mean", "P50", "P95", "P99", "max", "share", "self",
    ])
    for row in rows { table.add(row) }
    return table.lines.joined(separator: "\n") + "\n"
  }
}
