// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension CommandComparison: CustomStringConvertible {
  /// The comparison in words, with medians, ratio and interval; `no difference shown` where the interval has 1 in it.
  ///
  /// Warnings follow, each on a line.
  ///
  /// ```
  /// "new" takes 1.31 times as long as "old" (95 % interval 1.25 to 1.36; medians 41.2 ms and 54.0 ms; 30 and 30 runs)
  /// ```
  public var description: String {
    ([text] + report.warnings.map { "Warning: \($0)." }).joined(separator: "\n")
  }

  private var text: String {
    guard let figures else {
      let failed = [base, other].filter { (report.operation($0)?.successCount ?? 0) == 0 }
        .map { "\"\($0)\"" }
      return "no run of \(failed.joined(separator: " and of ")) succeeded\(failures)"
    }
    let ratio = NumberText.significant(figures.ratio.ratio)
    let finding =
      switch (interval, isDifferent) {
      case (nil, _): "too few runs to tell \"\(other)\" from \"\(base)\": \(ratio) times as long"
      case (_, true): "\"\(other)\" takes \(ratio) times as long as \"\(base)\""
      default:
        "no difference shown between \"\(other)\" and \"\(base)\": \(ratio) times as long"
      }
    let runs = [base, other].map { NumberText.count(report.operation($0)?.successCount ?? 0) }
    return """
      \(finding) (\(range); medians \(FigureText.duration(figures.medians.base)) and \
      \(FigureText.duration(figures.medians.other)); \(runs[0]) and \(runs[1]) runs)\(failures)
      """
  }

  private var range: String {
    guard let interval else {
      return "an interval takes \(Self.fewestRuns) successful runs of each"
    }
    let (low, high) = (interval.lowerBound, interval.upperBound)
    let text = high.isFinite ? NumberText.significant(high) : "infinite"
    return "95 % interval \(NumberText.significant(low)) to \(text)"
  }

  /// What failed, by command.
  private var failures: String {
    [base, other].compactMap { name in
      guard let operation = report.operation(name), operation.failureCount > 0 else { return nil }
      let kinds = operation.failures.sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
        .map { "\(NumberText.count($0.value)) × \($0.key)" }
      return "; \"\(name)\" failed: \(kinds.joined(separator: ", "))"
    }.joined()
  }
}
