// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension SweepFinding {
  /// The finding as a sentence with its figures, without a capital and a full stop.
  ///
  /// For example "no peak up to 100 users: 340 /s at 100 users against 310 /s at 50 (+9.7 %, 95 % +5 % to +14 %)".
  public var sentence: String {
    switch self {
    case .counterproductive(let comparison):
      "adding users above \(NumberText.count(comparison.base.users)) is counterproductive here: "
        + Self.figures(of: comparison) + Self.latencies(of: comparison)
    case .stillRising(let comparison):
      "no peak up to \(Self.users(comparison.step.users)): " + Self.figures(of: comparison)
    case .flat(let comparison):
      "no more throughput from \(Self.users(comparison.base.users)) on: "
        + Self.figures(of: comparison) + Self.latencies(of: comparison)
    case .peak(let users, let lower, let upper):
      "by the Universal Scalability Law throughput peaks at \(NumberText.significant(users)) users"
        + " (95 % \(NumberText.significant(lower)) to \(NumberText.significant(upper)))"
    case .tooFewSteps(let sound, let all):
      Self.tooFew(sound, of: all)
    case .invalidLoad(let users, let warning):
      "the step of \(Self.users(users)) is left out, for its load was not valid: \(warning)"
    case .nothingMeasured(let users):
      "the step of \(Self.users(users)) is left out: nothing was measured"
    case .allFailed(let users, let count):
      "the step of \(Self.users(users)) is left out: all of \(NumberText.count(count, "operation"))"
        + " failed"
    }
  }

  private static func users(_ users: Int) -> String { NumberText.count(users, "user") }

  /// `62.3 /s at 4 users against 100 /s at 2 (−37.8 %, 95 % −42 % to −33 %)`, or `… to −33 % within one run)`.
  private static func figures(of comparison: SweepComparison) -> String {
    let (step, base) = (comparison.step, comparison.base)
    let scope = comparison.isOfOneRun ? " within one run" : ""
    let interval = comparison.interval.map { ", 95 % \(ChangeText.interval($0))\(scope)" } ?? ""
    return "\(FigureText.rate(step.throughput)) at \(users(step.users)) against "
      + "\(FigureText.rate(base.throughput)) at \(NumberText.count(base.users)) "
      + "(\(ChangeText.percent(comparison.change))\(interval))"
  }

  /// `, P95 455 ms against 263 ms`.
  private static func latencies(of comparison: SweepComparison) -> String {
    guard let step = comparison.step.p95, let base = comparison.base.p95 else { return "" }
    return ", P95 \(FigureText.duration(step)) against \(FigureText.duration(base))"
  }

  /// `two steps are too few to conclude anything, which takes four`.
  private static func tooFew(_ sound: Int, of all: Int) -> String {
    let purpose = "to conclude anything, which takes four"
    guard sound > 0 else { return "no step is left \(purpose)" }
    let words = ["one", "two", "three"]
    let number = sound <= words.count ? words[sound - 1] : NumberText.count(sound)
    let kind = sound < all ? "sound " : ""
    return sound == 1
      ? "\(number) \(kind)step is too few \(purpose)"
      : "\(number) \(kind)steps are too few \(purpose)"
  }
}
