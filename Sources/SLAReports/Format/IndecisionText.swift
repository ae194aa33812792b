// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// Why nothing was decided, in words.
enum IndecisionText {
  /// The reason in a clause.
  static func text(_ indecision: Indecision, of requirement: Requirement? = nil) -> String {
    switch indecision {
    case .nothingMeasured: "nothing was measured"
    case .nothingSucceeded(let failed): "none of \(NumberText.count(failed, "operation")) succeeded"
    case .nothingMeasurable(let count):
      "none of \(NumberText.count(count, "operation")) has a duration"
    case .noTimeElapsed: "no time elapsed"
    case .timesUnknown: "durations were recorded without their times"
    case .orderUnknown: "the order in which the operations ended is not known"
    case .promisesNothing: "the limit promises nothing"
    case .tooFewSamples(let count, let needed):
      "\(NumberText.count(count, "operation")), where it takes at least \(NumberText.count(needed))"
    case .notCertain(let claim, let confidence, let needed):
      certainty(claim, confidence, needed, of: requirement)
    case .noSuchOperation(let name, let known): missing("operation", name, known)
    case .noSuchPhase(let name, let known): missing("phase", name, known)
    case .noSuchProbe(let name, let known): missing("probe", name, known)
    case .noSuchSegment(let name, let known): missing("segment", name, known)
    case .noSuchCounter(let name, let known): missing("counter", name, known)
    case .noReadings(let probe): "probe \"\(probe)\" has no readings that could tell"
    case .notWatched(let probe, let time):
      "probe \"\(probe)\" was read for \(FigureText.duration(time)) after the load only"
    case .noCommand: "it is no command, of which it would be known what it used"
    case .memoryNotSeen(let bound, let seen, let runs):
      "the memory was seen in \(seen) of \(NumberText.count(runs, "run")), and was at most \(FigureText.size(bound))"
    case .invalidLoad: "the load was not valid, and has to be"
    case .unfinished(let count):
      "\(NumberText.count(count, "operation")) never ended, with which it might not hold"
    case .notAllMade(let count, let planned):
      "only \(NumberText.count(count)) of \(NumberText.count(planned, "operation")) were made, and all may take longer"
    case .noTimeline:
      "it is not known how it went over time, as of a recorder, of the 33rd operation on, and without some failures"
    case .windowsTooFine(let interval):
      "the run is kept in intervals of \(interval.exactText), and windows must be multiples of them"
    }
  }

  private static func missing(_ sort: String, _ name: String, _ known: [String]) -> String {
    let names = known.prefix(10).map { "\"\($0)\"" } + (known.count > 10 ? ["…"] : [])
    let there = names.isEmpty ? "there are none" : "there are \(names.joined(separator: ", "))"
    return "there is no \(sort) \"\(name)\"; \(there)"
  }

  private static func certainty(
    _ claim: ShareClaim,
    _ confidence: Double,
    _ needed: Int?,
    of requirement: Requirement?
  ) -> String {
    let sample = "\(NumberText.count(claim.exceeding)) of \(NumberText.count(claim.total))"
    let more =
      needed.map { "about \(NumberText.count($0, "operation")) would decide" }
      ?? "it is too near its limit for any number to decide"
    return """
      \(sample) \(counted(by: requirement)) where \(FigureText.share(claim.limit)) may, which leaves it open at \
      \(FigureText.share(confidence, digits: 2)) confidence; \(more)
      """
  }

  /// What the operations did that count against a requirement.
  private static func counted(by requirement: Requirement?) -> String {
    guard let requirement, case .limit(let relation, let limit) = requirement.bound else {
      return "are beyond it"
    }
    let isUpper = relation.isUpperLimit
    switch requirement.quantity {
    case .latency, .segment:
      let orEqual = relation.includesLimit ? "" : " or just that"
      return "took \(isUpper ? "longer" : "less") than \(limit)\(orEqual)"
    case .errorRate: return isUpper ? "failed" : "succeeded"
    case .successRate: return isUpper ? "succeeded" : "failed"
    case .failureRate(let failures): return isUpper ? "failed so (\(failures))" : "did not fail so"
    case .shareWithin(let time):
      return isUpper
        ? "took at most \(time.exactText)" : "failed or took longer than \(time.exactText)"
    default: return "are beyond it"
    }
  }
}
