// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// What to do about an SLA that is not met.
struct NextStep {
  private let assessment: Assessment
  private let test: String?
  private let isDebugBuild: Bool

  init(_ assessment: Assessment, test: String?, isDebugBuild: Bool) {
    self.assessment = assessment
    self.test = test
    self.isDebugBuild = isDebugBuild
  }

  /// The first thing to do, in a sentence.
  var text: String { "Next: \(obstacle ?? repetition)" }

  /// What must be mended before the figures can be judged.
  private var obstacle: String? {
    let report = assessment.report
    let indecisions = assessment.verdicts.compactMap(\.indecision)
    if assessment.verdicts.isEmpty {
      return "require something, for example .p95 <= .milliseconds(300)."
    }
    if indecisions.contains(.holdsForAnything) {
      return "set a limit that something can break; a share of 1 % is written 0.01."
    }
    if report.count == 0 {
      return report.load == nil
        ? "record something before judging; call time or record on the recorder."
        : "give the load at least one user and one request, or more time."
    }
    if report.latency == nil {
      return report.total.failureCount > 0
        ? "mend the failures named above; without a success there is no latency to judge."
        : "look at the clock, or at what is recorded: no duration can be used."
    }
    if indecisions.contains(.timesUnknown) {
      return "time the work by the recorder's time; record does not say when the work ran."
    }
    return nil
  }

  /// How to see whether it stays so.
  private var repetition: String {
    let notMet = assessment.verdicts.filter { $0.status != .met }
    guard notMet.contains(where: { !$0.requirement.quantity.limitsFailures }) else {
      return "mend the failures named above, then repeat: \(command(release: false))"
    }
    let purpose = isDebugBuild ? "in a release build, and alone" : "alone"
    return "see whether it stays so \(purpose): \(command(release: isDebugBuild))"
  }

  /// Not in parallel: tests that run at once load each other.
  private func command(release: Bool) -> String {
    let words = [
      "swift test", release ? "-c release" : nil, "--no-parallel", test.map { "--filter \($0)" },
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }
}
