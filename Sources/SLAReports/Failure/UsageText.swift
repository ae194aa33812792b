// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What runs of commands used, and what failed ones wrote, in words.
enum UsageText {
  /// Lines of evidence.
  static func lines(of usage: CommandUsage) -> [String] { figures(of: usage) + outputs(of: usage) }

  private static func figures(of usage: CommandUsage) -> [String] {
    guard let time = usage.processorTime, let user = usage.userTime, let system = usage.systemTime,
      let memory = usage.peakMemory, let output = usage.largestOutput
    else { return [] }
    return [
      """
      cpu time \(FigureText.duration(time)) in the mean (user \(FigureText.duration(user)), system \
      \(FigureText.duration(system))); memory peak \(memory); output \(FigureText.size(output)) at most
      """
    ]
  }

  private static func outputs(of usage: CommandUsage) -> [String] {
    usage.failedOutputs.flatMap { output in
      ["\(output.failure) wrote:"] + output.lines.map { "| \($0)" }
    }
  }
}
