// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Operations of which there is no figure: they had not ended when the load was cut, or were dropped when due.
///
/// Those that never ended are taken for what makes a limit hardest to keep: that they failed, that they succeeded, or
/// that they would have taken longer than all others. Arrivals that were dropped count against latencies only, for
/// they would have come while as many as allowed were waiting: it is known of them that they did not fail.
struct MissingOperations {
  private let quantity: Quantity
  /// How many never ended, in `0...`.
  private let unfinished: Int
  /// How many arrivals were dropped that count, in `0...`.
  private let dropped: Int

  /// Those of the phase that is meant, or of the run.
  init(for requirement: Requirement, in report: LoadReport) {
    let phase = requirement.scope.phase.flatMap { report.phase($0) }
    let generator = phase?.generator ?? report.generator
    quantity = requirement.quantity
    unfinished = generator?.unfinishedCount ?? 0
    dropped = quantity.isOfLatency ? generator?.droppedCount ?? 0 : 0
  }

  /// Why a limit that is kept without them might not hold with them, or `nil` if it does.
  func objection(
    to relation: Relation,
    _ limit: MetricValue,
    of population: Population
  ) -> Indecision? {
    reason(unfinished, dropped) {
      quantity.isUndone(by: $0, relation, limit, of: population)
    }
  }

  /// Why a claim that is met without them is not with them, or `nil` if it is.
  func objection(
    to claim: ShareClaim,
    _ relation: Relation,
    unless isMet: (_ withSome: ShareClaim) -> Bool
  ) -> Indecision? {
    guard quantity.mayBeExceeded(relation) else { return nil }
    return reason(unfinished, dropped) { !isMet(claim.adding($0, exceeding: $0)) }
  }

  /// The reason, if some turn a verdict: those that never ended, or only with those that were dropped.
  private func reason(
    _ unfinished: Int,
    _ dropped: Int,
    isUndone: (Int) -> Bool
  ) -> Indecision? {
    if unfinished > 0, isUndone(unfinished) { return .unfinished(unfinished) }
    return dropped > 0 && isUndone(unfinished + dropped) ? .dropped(dropped) : nil
  }

  /// The same of a limit on what is not a quantity of operations.
  func objection(
    to relation: Relation,
    _ limit: MetricValue,
    in report: LoadReport
  ) -> Indecision? {
    switch quantity {
    // Each could have counted more.
    case .counter, .counterRate:
      return unfinished > 0 && relation.isUpperLimit ? .unfinished(unfinished) : nil
    case .change(let statistic, let base, let phase):
      return objection(to: relation, limit.magnitude, of: statistic, report, base, phase)
    default: return nil
    }
  }

  /// The claim with them, as far as they could count against it.
  func added(to claim: ShareClaim, _ relation: Relation) -> ShareClaim {
    let count = unfinished + dropped
    return quantity.mayBeExceeded(relation) ? claim.adding(count, exceeding: count) : claim
  }

  /// A rise is one over the latency before: those of the later phase raise the end, those of the earlier the start.
  private func objection(
    to relation: Relation,
    _ rise: Double,
    of statistic: LatencyStatistic,
    _ report: LoadReport,
    _ base: String,
    _ phase: String
  ) -> Indecision? {
    let isUpper = relation.isUpperLimit
    let (fixed, raised) = isUpper ? (base, phase) : (phase, base)
    let latency = Quantity.latency(statistic)
    guard rise > -1, let generator = report.phase(raised)?.generator,
      let other = try? Scope(phase: fixed).populations(of: report).first,
      let population = try? Scope(phase: raised).populations(of: report).first,
      let value = try? latency.value(of: other, for: isUpper ? .greater : .less).duration
    else { return nil }
    let limit = value.inSeconds * (isUpper ? 1 + rise : 1 / (1 + rise))
    let nearest = MetricValue.duration(.nanoseconds(Int64((limit * 1e9).rounded())))
    return reason(generator.unfinishedCount, generator.droppedCount) {
      latency.isUndone(
        by: $0,
        relation.includesLimit ? .lessOrEqual : .less,
        nearest,
        of: population
      )
    }
  }
}

extension Quantity {
  /// Whether so many operations that never ended could break a limit that is kept without them.
  ///
  /// The shortest latency cannot become longer, and a rate of what ended, or a count, not less.
  fileprivate func isUndone(
    by unfinished: Int,
    _ relation: Relation,
    _ limit: MetricValue,
    of population: Population
  ) -> Bool {
    guard unfinished > 0 else { return false }
    let isUpper = relation.isUpperLimit
    func isBroken(_ part: Int) -> Bool {
      let share = Double(isUpper ? part + unfinished : part) / Double(population.count + unfinished)
      return !relation.holds(.share(share), limit)
    }
    switch self {
    case .latency(.percentile(let quantile)):
      guard let latency = population.latency else { return false }
      return isUpper && Self.isUndone(latency, quantile, by: unfinished, relation, limit)
    case .segment(let name, let quantile):
      guard let time = population.segment(name)?.time else { return false }
      return isUpper && Self.isUndone(.summary(time), quantile, by: unfinished, relation, limit)
    case .latency(.min): return false
    case .latency, .degradation, .processorTime, .peakMemory: return isUpper
    case .outputSize: return true
    case .errorRate: return isBroken(population.failureCount)
    case .successRate: return isBroken(population.successCount)
    case .failureRate(let selection):
      return isBroken(population.count(of: selection, for: relation))
    case .shareWithin(let time):
      return !isUpper && isBroken(population.count(within: time, for: relation))
    case .failures(let selection):
      let count = population.count(of: selection, for: relation) + unfinished
      return isUpper && !relation.holds(.count(count), limit)
    case .count: return isUpper && !relation.holds(.count(population.count + unfinished), limit)
    case .throughput(let withFailures):
      let count = withFailures ? population.count : population.successCount
      guard let elapsed = population.elapsed, let rate = Rate(count + unfinished, in: elapsed)
      else { return false }
      return isUpper && !relation.holds(.rate(rate), limit)
    case .probe, .drain, .elapsed, .counter, .counterRate, .change: return false
    }
  }

  /// Whether a percentile would be beyond its limit with operations that took longer than all others.
  private static func isUndone(
    _ latency: Population.Latency,
    _ quantile: Double,
    by unfinished: Int,
    _ relation: Relation,
    _ limit: MetricValue
  ) -> Bool {
    guard let limit = limit.duration else { return false }
    let last = relation.includesLimit ? limit : limit - .nanoseconds(1)
    let within = latency.count - latency.count(above: last).most
    return Percentile.rank(of: quantile, in: latency.count + unfinished) > within
  }

  /// Whether an operation that never ended could count against a limit of a share.
  fileprivate func mayBeExceeded(_ relation: Relation) -> Bool {
    switch self {
    case .latency, .segment: relation.isUpperLimit
    case .shareWithin: !relation.isUpperLimit
    default: true
    }
  }

  /// Whether figures are of how long operations took.
  fileprivate var isOfLatency: Bool {
    switch self {
    case .latency, .segment, .shareWithin, .degradation: true
    default: false
    }
  }
}
