// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates
public import SLAMetrics

extension LoadReport {
  /// Renders the report as a table for a terminal: one line of figures, one verdict a requirement.
  ///
  /// ```
  /// operation     n     mean      P95      P99  error rate  requests/s  limit          verdict
  /// GET /health  50  1.21 ms  2.10 ms  2.53 ms         0 %      812 /s  p95 <= 300 ms  met (2.10 ms)
  ///                                                                     max <= 2 s     met (2.53 ms)
  /// ```
  ///
  /// Latencies and requests/s are of the operations that succeeded, percentiles by nearest rank.
  /// Figures that do not exist read `-`. As in an expectation, none may fail unless a requirement
  /// says how many may.
  ///
  /// - Parameter requirements: What is judged; without any, the table has figures only.
  /// - Returns: Lines that end in a newline.
  public func table(_ requirements: Requirement...) -> String { table(requirements) }

  /// Renders the report as a table for a terminal: one line of figures, one verdict a requirement.
  ///
  /// - Parameter requirements: What is judged; without any, the table has figures only.
  /// - Returns: Lines that end in a newline.
  public func table(_ requirements: [Requirement]) -> String {
    var header = ["operation", "n", "mean", "P95", "P99", "error rate", "requests/s"]
    var figures = [
      name, NumberText.count(count), text(latency?.mean), text(latency?.p95), text(latency?.p99),
      errorRate.map { FigureText.share($0) } ?? "-", throughput.map { FigureText.rate($0) } ?? "-",
    ]
    var table = TextTable([.left] + Array(repeating: .right, count: 6) + [.left, .left])
    var verdicts = Assessment(of: self, by: requirements).verdicts.map { verdict in
      ["\(verdict.requirement)", VerdictText.status(of: verdict)]
    }
    header += requirements.isEmpty ? ["", ""] : ["limit", "verdict"]
    figures += verdicts.isEmpty ? ["", ""] : verdicts.removeFirst()
    table.add(header)
    table.add(figures)
    for verdict in verdicts { table.add(Array(repeating: "", count: 7) + verdict) }
    return table.lines.joined(separator: "\n") + "\n"
  }

  private func text(_ duration: Duration?) -> String {
    duration.map { FigureText.duration($0) } ?? "-"
  }
}
