// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates

extension Recommendation: CustomStringConvertible {
  /// What to take and why in the first line, and why each other alternative is none.
  ///
  /// ```
  /// baseline: the lowest p95 of 3 that meet the SLA, 263 ms (95 % interval 251 ms to 270 ms); dispatch_fast, 268 ms, …
  /// high_workers: p95 <= 400 ms: missed, 13.8 % over (455 ms)
  /// ```
  public var description: String {
    let rejected = candidates.filter { !$0.meetsSLA }.map { "\($0.name): \(text($0.fault))" }
    return ([reason] + rejected).joined(separator: "\n")
  }

  /// What to take, and why, in a sentence.
  public var reason: String {
    guard isJudged else { return "nothing is recommended: by SLA_MODE, nothing was timed" }
    guard let best, let first = candidates.first else {
      return "none of \(candidates.count) meets the SLA"
    }
    let met = candidates.filter(\.meetsSLA).count
    let superlative = quantity.isBetterHigher ? "highest" : "lowest"
    guard met > 1 else {
      let whole =
        candidates.count == 1
        ? "the only one, and meets" : "the only one of \(candidates.count) that meets"
      return "\(best.name): \(whole) the SLA, with a \(quantity) of \(figure(of: best))"
    }
    guard best == first else {
      return """
        \(best.name): \(figure(of: best)) is shown to be at most 10 % from the \(superlative) \(quantity) of \(met) that \
        meet the SLA, that of \(first.name), \(figure(of: first))
        """
    }
    var text =
      "\(best.name): the \(superlative) \(quantity) of \(met) that meet the SLA, \(figure(of: best))"
    let others = ties.map { "\($0.name), \(figure(of: $0))" }
    if !others.isEmpty { text += "; \(others.joined(separator: "; ")), cannot be told from it" }
    if best.interval == nil {
      text += "; chance may have decided, for one run does not tell what it lies in: repeat it"
    }
    return text
  }

  private func figure(of candidate: Candidate) -> String {
    guard let value = candidate.value else { return "-" }
    guard let interval = candidate.interval, let lower = interval.lower else {
      return FigureText.text(value)
    }
    let upper = interval.upper.map { " to \(FigureText.text($0))" } ?? " or more"
    let confidence = FigureText.share(interval.confidence, digits: 2)
    return "\(FigureText.text(value)) (\(confidence) interval \(FigureText.text(lower))\(upper))"
  }

  private func text(_ fault: Fault?) -> String {
    switch fault {
    case .failed(let kind, let count, let rounds):
      rounds == 1 ? "failed: \(kind)" : "failed in \(count) of \(rounds) rounds: \(kind)"
    case .invalidLoad(let warning): "its load was not valid: \(warning)"
    case .unmet(let verdict): "\(verdict)"
    case .noFigure(let name, let indecision):
      "has no \(name): \(IndecisionText.text(indecision))"
    case .notMeasured, nil: "was not measured"
    }
  }
}
