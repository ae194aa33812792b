// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What runs of commands used, and what failed ones wrote, in words.
enum UsageText {
  /// The most failed runs of several operations whose output is shown.
  private static let outputLimit = 10

  /// Lines of evidence; none of what is no command.
  static func lines(of report: LoadReport) -> [String] {
    guard let usage = report.total.usage else { return [] }
    let outputs = report.operations.flatMap { operation in
      (operation.usage?.failedOutputs ?? []).map { output in
        let name = report.operations.count > 1 ? "\"\(operation.name)\": " : ""
        return ["\(name)\(output.failure) wrote:"] + output.lines.map { "| \($0)" }
      }
    }
    let rest = outputs.count - outputLimit
    return figures(of: usage) + outputs.prefix(outputLimit).flatMap(\.self)
      + (rest > 0 ? ["\(NumberText.count(rest)) more failed with output that is not shown"] : [])
  }

  private static func figures(of usage: CommandUsage) -> [String] {
    guard let time = usage.processorTime, let user = usage.userTime, let system = usage.systemTime,
      let memory = usage.peakMemory, let output = usage.largestOutput
    else { return [] }
    return [
      """
      cpu time \(FigureText.duration(time)) in the mean (user \(FigureText.duration(user)), system \
      \(FigureText.duration(system))); memory peak \(peak(memory, usage)); output \(FigureText.size(output)) at most
      """
    ]
  }

  /// The peak, and in how many runs it was seen where that is not all.
  private static func peak(_ memory: PeakMemory, _ usage: CommandUsage) -> String {
    let (seen, count) = (usage.memorySeenCount, usage.count)
    guard seen < count, !memory.isExact else { return "\(memory)" }
    return "\(memory) (seen in \(NumberText.count(seen)) of \(NumberText.count(count, "run")))"
  }
}
