// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// What to do about an SLA that is not met.
struct NextStep {
  let text: String

  init(_ assessment: Assessment, test: String?, isDebugBuild: Bool) {
    let report = assessment.report
    guard !assessment.verdicts.isEmpty else {
      text = "Next: require something, for example .p95 <= .milliseconds(300)."
      return
    }
    guard report.count > 0 else {
      text =
        report.load == nil
        ? "Next: record something before judging; call time or record on the recorder."
        : "Next: give the load at least one user and one request, or more time."
      return
    }
    guard report.latency != nil else {
      text = "Next: mend the failures named above; without a success there is no latency to judge."
      return
    }
    let notMet = assessment.verdicts.filter { $0.status != .met }.map(\.requirement.quantity)
    guard notMet.contains(where: { !$0.limitsFailures }) else {
      text = "Next: mend the failures named above, then repeat: \(Self.command(test, []))"
      return
    }
    let purpose = isDebugBuild ? "in a release build, and alone" : "alone"
    let command = Self.command(test, isDebugBuild ? ["-c", "release"] : [])
    text = "Next: see whether it stays so \(purpose): \(command)"
  }

  private static func command(_ test: String?, _ options: [String]) -> String {
    (["swift", "test"] + options + (test.map { ["--filter", $0] } ?? [])).joined(separator: " ")
  }
}
