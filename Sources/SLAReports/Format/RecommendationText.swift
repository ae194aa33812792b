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
    let rejected = candidates.filter { !$0.isAlternative }.map { "\($0.name): \(text($0.fault))" }
    return ([reason] + rejected).joined(separator: "\n")
  }

  /// What to take, and why, in a sentence.
  public var reason: String {
    guard isJudged else { return "nothing is recommended: by SLA_MODE, nothing was timed" }
    let count = candidates.filter(\.isAlternative).count
    guard let best, let first = candidates.first else {
      return othersMissTheSLA
        ? "none of \(candidates.count) meets the SLA"
        : "none of \(candidates.count) can be chosen: \(faults)"
    }
    guard count > 1 else { return onlyOne(best) }
    let superlative = quantity.isBetterHigher ? "highest" : "lowest"
    // Others may meet it too, and be no alternatives.
    let met =
      candidates.contains { $0.meetsSLA && !$0.isAlternative }
      ? "\(count) that meet the SLA and can be compared" : "\(count) that meet the SLA"
    guard best == first else {
      return """
        \(best.name): \(figure(of: best)) is shown to be at most 10 % from the \(superlative) \(quantity) of \
        \(met), that of \(first.name), \(figure(of: first))
        """
    }
    var text = "\(best.name): the \(superlative) \(quantity) of \(met), \(figure(of: best))"
    let others = ties.map { "\($0.name), \(figure(of: $0))" }
    if !others.isEmpty { text += "; \(others.joined(separator: "; ")), cannot be told from it" }
    if best.interval == nil {
      text += "; chance may have decided, for one run does not tell what it lies in: repeat it"
    }
    return text
  }

  private func onlyOne(_ best: Candidate) -> String {
    let figure = "with a \(quantity) of \(figure(of: best))"
    guard candidates.count > 1 else {
      return "\(best.name): the only one, and meets the SLA, \(figure)"
    }
    let start = "\(best.name): the only one of \(candidates.count) that"
    guard !othersMissTheSLA else { return "\(start) meets the SLA, \(figure)" }
    return "\(start) can be chosen, and meets the SLA, \(figure); of the others \(faults)"
  }

  /// Whether all that are no alternatives are none because they do not meet the SLA.
  private var othersMissTheSLA: Bool {
    candidates.compactMap(\.fault).allSatisfy { fault in
      if case .unmet = fault { true } else { false }
    }
  }

  /// How many are no alternatives, by what they lack: `1 does not meet the SLA, 2 failed`.
  private var faults: String {
    var groups: [[Fault]] = []
    for fault in candidates.compactMap(\.fault) {
      if let place = groups.firstIndex(where: { lack($0[0], 1) == lack(fault, 1) }) {
        groups[place].append(fault)
      } else {
        groups.append([fault])
      }
    }
    return groups.map { "\($0.count) \(lack($0[0], $0.count))" }.joined(separator: ", ")
  }

  private func lack(_ fault: Fault, _ count: Int) -> String {
    switch fault {
    case .failed: "failed"
    case .invalidLoad: "\(count == 1 ? "has" : "have") no valid load"
    case .notMeasured: "\(count == 1 ? "was" : "were") not measured"
    case .unmet: "\(count == 1 ? "does" : "do") not meet the SLA"
    case .noFigure(let name, _): "\(count == 1 ? "has" : "have") no \(name)"
    }
  }

  private func figure(of candidate: Candidate) -> String {
    guard let value = candidate.value else { return "-" }
    guard let interval = candidate.interval, let lower = interval.lower else {
      return FigureText.text(value)
    }
    let upper = interval.upper.map { " to \(FigureText.text($0))" } ?? " or more"
    let confidence = FigureText.share(interval.confidence, digits: 2)
    let scope = candidate.isOfOneRun ? " within one run" : ""
    let ends = "\(FigureText.text(lower))\(upper)\(scope)"
    return "\(FigureText.text(value)) (\(confidence) interval \(ends))"
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
