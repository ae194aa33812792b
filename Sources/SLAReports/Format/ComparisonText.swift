// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension CommandComparison: CustomStringConvertible {
  /// The comparison in words, with medians, ratio and interval; `no difference shown` where the interval has 1 in it.
  ///
  /// ```
  /// "new" takes 1.31 times as long as "old" (95 % interval 1.25 to 1.36; medians 41.2 ms and 54.0 ms; 30 and 30 runs)
  /// ```
  public var description: String {
    guard let figures else {
      let failed = [base, other].filter { (report.operation($0)?.successCount ?? 0) == 0 }
        .map { "\"\($0)\"" }
      let kinds = report.failures.keys.map(\.description).sorted().joined(separator: ", ")
      return "no run of \(failed.joined(separator: " and of ")) succeeded"
        + (kinds.isEmpty ? "" : " (\(kinds))")
    }
    let ratio = NumberText.significant(figures.ratio.ratio)
    let finding =
      isDifferent
      ? "\"\(other)\" takes \(ratio) times as long as \"\(base)\""
      : "no difference shown between \"\(other)\" and \"\(base)\": \(ratio) times as long"
    let (low, high) = (figures.ratio.interval.lowerBound, figures.ratio.interval.upperBound)
    let runs = [base, other].map { NumberText.count(report.operation($0)?.successCount ?? 0) }
    return """
      \(finding) (95 % interval \(NumberText.significant(low)) to \
      \(high.isFinite ? NumberText.significant(high) : "infinite"); medians \
      \(FigureText.duration(figures.medians.base)) and \(FigureText.duration(figures.medians.other)); \
      \(runs[0]) and \(runs[1]) runs)
      """
  }
}
