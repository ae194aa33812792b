// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension SweepReport {
  /// Renders the steps as a table for a terminal.
  ///
  /// ```
  /// users  runs   n  success    mean     P95     P99  throughput    95 % interval    change
  ///     2     3  60    100 %  263 ms  263 ms  263 ms      100 /s   95.0 to 105 /s         -
  ///     4     3  60    100 %  455 ms  455 ms  455 ms     62.3 /s  59.1 to 65.5 /s   −37.7 %
  ///     8     3  60    100 %  612 ms  612 ms  612 ms     62.3 /s  57.2 to 67.5 /s  +0.1 % ~
  /// ```
  ///
  /// Latencies and throughput are of the operations that succeeded. Of several runs *n*, *success* and *mean* are of all
  /// together, percentiles the middle ones, and throughput the mean. *change* is that of throughput to the step before;
  /// after it stands `~` where no difference is shown: its 95 % interval has 0 in it, or there is none. A step that is
  /// not sound has a `!`, and a finding. What was not measured reads `-`.
  public var table: String {
    let hasRepeats = steps.contains { $0.runs.count > 1 }
    let isDoubtful = steps.contains { !$0.isSound }
    let headings =
      ["users"] + (hasRepeats ? ["runs"] : [])
      + ["n", "success", "mean", "P95", "P99", "throughput", "95 % interval", "change"]
      + (isDoubtful ? [""] : [])
    var table = TextTable(headings.map { _ in .right })
    table.add(headings)
    for (place, step) in steps.enumerated() {
      table.add(
        [NumberText.count(step.users)] + (hasRepeats ? [NumberText.count(step.runs.count)] : [])
          + Self.figures(of: step)
          + [place == 0 ? "-" : Self.change(of: step, from: steps[place - 1])]
          + (isDoubtful ? [step.isSound ? "" : "!"] : [])
      )
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  private static func figures(of step: Step) -> [String] {
    [
      NumberText.count(step.count), step.successRate.map { FigureText.share($0) } ?? "-",
      text(step.meanLatency), text(step.p95), text(step.p99),
      step.throughput.map { FigureText.rate($0) } ?? "-",
      step.throughputInterval.map { interval in
        let (low, high) = (interval.lowerBound.perSecond, interval.upperBound.perSecond)
        return "\(NumberText.significant(low)) to \(NumberText.significant(high)) /s"
      } ?? "-",
    ]
  }

  private static func text(_ duration: Duration?) -> String {
    duration.map { FigureText.duration($0) } ?? "-"
  }

  private static func change(of step: Step, from base: Step) -> String {
    guard let comparison = SweepComparison(of: step, to: base) else { return "-" }
    let isShown = comparison.isHigher || comparison.isLower
    return ChangeText.percent(comparison.change) + (isShown ? "" : " ~")
  }
}
