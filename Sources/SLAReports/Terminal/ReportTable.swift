// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates
public import SLAMetrics

extension LoadReport {
  /// Renders the report as tables for a terminal: a line of figures for each operation, and the verdicts.
  ///
  /// ```
  /// operation     n     mean      P95      P99  error rate  requests/s
  /// GET /health  50  1.21 ms  2.10 ms  2.53 ms         0 %      812 /s
  ///
  /// requirement  target     actual   verdict
  /// p95          <= 300 ms  2.10 ms  met, 143× margin
  /// max          <= 2 s     2.53 ms  met, 791× margin
  /// ```
  ///
  /// Latencies and requests/s are of the operations that succeeded, percentiles by nearest rank.
  /// Figures that do not exist read `-`. As in an expectation, failures that no requirement speaks of must not be.
  ///
  /// - Parameter requirements: What is judged; without any, there are figures only.
  /// - Returns: Lines that end in a newline.
  public func table(_ requirements: Requirement...) -> String { table(SLA(nil, requirements)) }

  /// Renders the report as tables for a terminal: a line of figures for each operation, and the verdicts.
  ///
  /// Of commands the mean time on cores and the peak memory stand in place of the rate, which would tell how long
  /// preparations take. A peak after `>=` was read from time to time, one after `<=` was not seen but cannot be larger.
  ///
  /// - Parameter sla: What is judged.
  /// - Returns: Lines that end in a newline.
  public func table(_ sla: SLA) -> String {
    let headings =
      ["operation", "n", "mean", "P95", "P99", "error rate"]
      + (total.usage == nil ? ["requests/s"] : ["cpu time", "memory peak"])
    var figures = TextTable([.left] + Array(repeating: .right, count: headings.count - 1))
    figures.add(headings)
    if operations.count > 1 { for operation in operations { figures.add(cells(of: operation)) } }
    figures.add(cells(of: total))
    let verdicts =
      sla.requirements.isEmpty ? [] : [""] + VerdictTable(Assessment(of: self, by: sla)).lines
    return (figures.lines + verdicts).joined(separator: "\n") + "\n"
  }

  private func cells(of operation: OperationReport) -> [String] {
    let latency = operation.latency
    return [
      operation.name, NumberText.count(operation.count), text(latency?.mean), text(latency?.p95),
      text(latency?.p99), operation.errorRate.map { FigureText.share($0) } ?? "-",
    ] + (total.usage == nil ? [rate(of: operation)] : usage(of: operation))
  }

  private func rate(of operation: OperationReport) -> String {
    operation.throughput.map { FigureText.rate($0) } ?? "-"
  }

  private func usage(of operation: OperationReport) -> [String] {
    [
      text(operation.usage?.processorTime),
      operation.usage?.peakMemory.map { memory in
        let mark = memory.isExact ? "" : (memory.seen == nil ? "<= " : ">= ")
        return mark + FigureText.size(memory.seen ?? memory.bound)
      } ?? "-",
    ]
  }

  private func text(_ duration: Duration?) -> String {
    duration.map { FigureText.duration($0) } ?? "-"
  }
}
