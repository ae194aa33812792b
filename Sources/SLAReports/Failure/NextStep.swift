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
    if report.sampling != nil, let claim = indecisions.lazy.compactMap(Self.openClaim).first {
      return claim
    }
    if let text = indecisions.lazy.compactMap(Self.remedy).first { return text }
    if indecisions.contains(.promisesNothing) {
      return "set a limit that can be missed by less than a total failure; 1 % is written 0.01."
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

  /// What to do and repeat.
  private var repetition: String {
    guard !hasTooManyFailures else {
      return "mend the failures named above, then repeat: \(command(release: !isDebugBuild))"
    }
    let purpose = isDebugBuild ? "in a release build, and alone" : "alone"
    return "see whether it stays so \(purpose): \(command(release: true))"
  }

  /// Failures come before speed: what fails often is rarely as fast or as slow as it will be.
  private var hasTooManyFailures: Bool {
    guard assessment.report.total.failureCount > 0 else { return false }
    return assessment.verdicts.contains { verdict in
      let requirement = verdict.requirement
      guard verdict.status == .missed, requirement.quantity.limitsFailures,
        let observed = verdict.observed
      else { return false }
      let isOver = observed.magnitude > requirement.bound.nearest(to: observed).value.magnitude
      return isOver == (requirement.quantity != .successRate)
    }
  }

  /// What to do about a load that ran until it was decided, and was not.
  private static func openClaim(_ indecision: Indecision) -> String? {
    guard case .notCertain(_, _, let needed) = indecision else { return nil }
    let number = needed.map { ", to about \(NumberText.count($0))" } ?? ""
    return "let it make more operations: raise atMost\(number)."
  }

  /// What to do about what was asked of the report and it does not hold.
  private static func remedy(_ indecision: Indecision) -> String? {
    switch indecision {
    case .noSuchOperation, .noSuchPhase, .noSuchProbe, .noSuchSegment:
      "name one of those there are."
    case .notWatched:
      "let the load wait for it: .settle(within: .seconds(5)) { await queue.depth == 0 }."
    case .noReadings: "see why the probe could not be read; the warnings say what it threw."
    case .notCertain(_, let confidence, let needed):
      "measure more\(needed.map { ", about \(NumberText.count($0, "operation"))" } ?? ""), or let the load run until it is "
        + "decided: .run(untilDecided: sla, confidence: \(confidence), atMost: 10_000)."
    case .noCommand:
      "judge what a CommandTest measured, or name the operation that is one: .on(_:)."
    case .memoryNotSeen:
      "judge the memory of so short a command from a smaller test process, for Linux counts that "
        + "as the command's."
    case .invalidLoad: "mend what the warnings name, then repeat."
    case .tooFewSamples(_, let needed):
      "have at least \(NumberText.count(needed, "operation")) in each, by more load, more time or longer windows."
    case .noTimeline: "judge a load rather than a recorder, or all failures rather than some."
    case .unfinished: "see why operations did not end; .timeout makes them failures."
    case .windowsTooFine(let interval): "ask for windows of \(interval.exactText) or a multiple."
    default: nil
    }
  }

  /// Not in parallel: tests that run at once load each other.
  private func command(release: Bool) -> String {
    let words = [
      "swift test", release ? "-c release" : nil, "--no-parallel", test.map { "--filter \($0)" },
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }
}
