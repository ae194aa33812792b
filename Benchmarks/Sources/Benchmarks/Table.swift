// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A report as text for people.
struct Table {
  let text: String

  init(_ report: Report) {
    let rows =
      [["row", "median", "minimum", "x floor", "x other", "bytes", "target", "met"]]
      + report.results.map(Self.cells)
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { cells in
      cells.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells[column].count)
        return column == 0 ? cells[column] + padding : padding + cells[column]
      }
      .joined(separator: "  ")
    }
    text = ([Self.header(report)] + lines).joined(separator: "\n")
  }

  private static func header(_ report: Report) -> String {
    """
    \(report.processor), \(report.cores) cores, \(report.configuration) build, \
    \(report.rounds) rounds, rows in turn
    Time per operation, net: the empty loop's cost is measured in each round and subtracted.
    One thread: time on the core. Two threads: time that passes, per operation of each thread.
    Floor: two readings of CLOCK_MONOTONIC and an addition. Values: 65,536 log-normal latencies,
    median 200 us, sigma 1, the same in each run.

    """
  }

  private static func cells(_ result: Result) -> [String] {
    [
      result.name,
      result.nanoseconds.map(Text.time) ?? "",
      result.minimumNanoseconds.map(Text.time) ?? "",
      result.timesFloor.map { Text.fixed($0, 2) } ?? "",
      result.timesRow.map { Text.fixed($0, 2) } ?? "",
      result.bytes.map(Text.grouped) ?? "",
      result.target ?? "",
      result.isMet.map { $0 ? "yes" : "NO" } ?? "",
    ]
  }
}
