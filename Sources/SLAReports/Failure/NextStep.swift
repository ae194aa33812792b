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
    let verdicts = assessment.verdicts
    let indecisions = verdicts.compactMap(\.indecision)
    if assessment.verdicts.isEmpty {
      return "require something, for example .p95 <= .milliseconds(300)."
    }
    if let text = verdicts.lazy.compactMap(remedy).first { return text }
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
    return verdicts.lazy.compactMap(remedyOfPart).first
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

  /// What to do about a sample that leaves it open.
  private func open(_ claim: ShareClaim, _ confidence: Double, _ needed: Int?) -> String {
    guard let needed else {
      return "set another limit, for no number of operations decides this one."
    }
    let report = assessment.report
    guard let sampling = report.sampling else {
      return
        "measure more, about \(NumberText.count(needed, "operation")), or let the load run until it is "
        + "decided: .run(untilDecided: sla, confidence: \(confidence), atMost: 10_000)."
    }
    // Of all operations, where the claim is of some.
    let all = Int(
      (Double(needed) * Double(report.count) / Double(max(claim.total, 1))).rounded(.up)
    )
    let exceeds = all > sampling.limit
    let isStopped = report.generator?.isStoppedEarly == true
    if report.count >= sampling.limit || isStopped && exceeds {
      return "let it make more operations: raise atMost, to about \(NumberText.count(all))."
    }
    if isStopped { return "repeat it, for what ended after it was decided left it open again." }
    return "let it make more operations, about \(NumberText.count(all)): give the load more time"
      + (exceeds ? ", and raise atMost." : ".")
  }

  /// What to do about what was asked of the report and it does not hold.
  private func remedy(_ verdict: Verdict) -> String? {
    guard let indecision = verdict.indecision else { return nil }
    switch indecision {
    case .noSuchOperation, .noSuchPhase, .noSuchProbe, .noSuchSegment, .noSuchCounter:
      return "name one of those there are."
    case .notWatched:
      return "let the load wait for it: .settle(within: .seconds(5)) { await queue.depth == 0 }."
    case .noReadings:
      return "see why the probe could not be read; the warnings say what it threw."
    case .notCertain(let claim, let confidence, let needed): return open(claim, confidence, needed)
    case .noCommand:
      return "judge what a CommandTest measured, or name the operation that is one: .on(_:)."
    case .memoryNotSeen:
      return
        "judge the memory of so short a command from a smaller test process, for Linux counts that "
        + "as the command's."
    case .invalidLoad: return "mend what the warnings name, then repeat."
    case .tooFewSamples(_, let needed):
      let count = "have at least \(NumberText.count(needed, "operation"))"
      return verdict.requirement.window == nil
        ? "\(count), by more load or more time."
        : "\(count) in each, by more load, more time or longer windows."
    case .noTimeline:
      return "judge a load rather than a recorder, or all failures rather than some."
    case .unfinished: return "see why operations did not end; .timeout makes them failures."
    case .notAllMade:
      return
        "let all operations be made: by more time, or by fewer arrivals where some were dropped."
    case .windowsTooFine(let interval):
      return "ask for windows of \(interval.exactText) or a multiple."
    default: return nil
    }
  }

  /// What to do about a part of the run of which there is nothing to judge.
  private func remedyOfPart(_ verdict: Verdict) -> String? {
    guard let indecision = verdict.indecision else { return nil }
    switch indecision {
    case .nothingMeasured:
      let windows = verdict.requirement.window == nil ? "" : ", or ask for longer windows"
      return "let there be operations in what is judged, by more load or more time\(windows)."
    case .nothingSucceeded:
      return "mend the failures named above; without a success there is no latency to judge."
    case .nothingMeasurable:
      return "look at the clock, or at what is recorded: no duration can be used."
    case .orderUnknown:
      return "judge one operation, or one phase, of which the times are known; of more than 8,192 "
        + "operations, the first and last 16 at most."
    case .noTimeElapsed: return "let it take time: without there is no rate, and no rise."
    default: return nil
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
