// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension SweepReport {
  /// How much more throughput than a flat step, as a share, those after it may have at most: a convention of this library.
  package static let flatMargin = 0.1

  /// What the steps show together: of each step that is not sound why, then how throughput goes, then the fit.
  ///
  /// From fewer than four sound steps nothing is concluded, which is a finding too. At most one of "counterproductive", "still rising" and "flat" is there, in this order; none where intervals are
  /// missing, or leave it open. They go by 95 % intervals of differences, two steps at a time.
  ///
  /// - Complexity: That of ``scalability``.
  public var findings: [SweepFinding] {
    let sound = soundSteps
    var findings = steps.compactMap { Self.doubt(of: $0) }
    guard sound.count >= ScalabilityEstimate.fewestConcurrencies else {
      return findings + [.tooFewSteps(sound: sound.count, all: steps.count)]
    }
    if let course = Self.course(of: sound) { findings.append(course) }
    if let estimate = scalability, let peak = estimate.peakConcurrency,
      let upper = estimate.peakUpperBound,
      let first = sound.first?.users, let last = sound.last?.users,
      peak >= Double(first), upper <= Double(last)
    {
      findings.append(.peak(users: peak, lowerBound: estimate.peakLowerBound, upperBound: upper))
    }
    return findings
  }

  /// Why a step is not sound; `nil` if it is.
  private static func doubt(of step: Step) -> SweepFinding? {
    guard !step.isSound else { return nil }
    guard step.runs.allSatisfy({ $0.count > 0 && $0.throughput != nil }), !step.runs.isEmpty else {
      return .nothingMeasured(users: step.users)
    }
    if let run = step.runs.first(where: { $0.total.successCount == 0 }) {
      return .allFailed(users: step.users, count: run.count)
    }
    return step.doubt.map { .invalidLoad(users: step.users, $0) }
  }

  /// How throughput goes from step to step, if that is beyond doubt.
  private static func course(of steps: [Step]) -> SweepFinding? {
    guard let last = steps.last else { return nil }
    let rates = steps.map { $0.throughput?.perSecond ?? 0 }
    let best = rates.indices.max { rates[$0] < rates[$1] } ?? 0
    if let fall = fall(after: best, in: steps) { return .counterproductive(fall) }
    if best == steps.count - 1,
      let rise = SweepComparison(of: last, to: steps[best - 1]), rise.isHigher
    {
      return .stillRising(rise)
    }
    for base in steps.indices.dropLast() {
      guard let later = comparisons(to: base, in: steps), let comparison = later.last else {
        continue
      }
      let isFlat = later.allSatisfy { comparison in
        guard let interval = comparison.interval else { return false }
        return interval.lowerBound <= 0 && interval.upperBound <= flatMargin
      }
      if isFlat { return .flat(comparison) }
    }
    return nil
  }

  /// The last step compared to the first from which all later ones have fallen: the best, or one that may be as good.
  private static func fall(after best: Int, in steps: [Step]) -> SweepComparison? {
    for base in steps.indices.dropFirst(best) {
      guard SweepComparison(of: steps[base], to: steps[best])?.isLower == false,
        let later = comparisons(to: base, in: steps), later.allSatisfy(\.isLower)
      else { continue }
      return later.last
    }
    return nil
  }

  /// Every step after a base compared to it; `nil` if there is none, or one has no throughput.
  private static func comparisons(to base: Int, in steps: [Step]) -> [SweepComparison]? {
    let later = steps.dropFirst(base + 1)
    let comparisons = later.compactMap { SweepComparison(of: $0, to: steps[base]) }
    return later.isEmpty || comparisons.count < later.count ? nil : comparisons
  }
}
