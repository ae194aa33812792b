// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Operations that were begun, and of which there is no figure: they had not ended when the load was cut.
///
/// They are taken for what makes a limit hardest to keep: that they failed, that they succeeded, or that they would
/// have taken longer than all others.
struct MissingOperations {
  private let quantity: Quantity
  /// How many never ended, in `0...`.
  private let unfinished: Int

  /// Those of the phase that is meant, or of the run.
  init(for requirement: Requirement, in report: LoadReport) {
    let phase = requirement.scope.phase.flatMap { report.phase($0) }
    let generator = phase?.generator ?? report.generator
    quantity = requirement.quantity
    unfinished = generator?.unfinishedCount ?? 0
  }

  /// Why a sample leaves it open with them, and not without.
  var reason: Indecision { .unfinished(unfinished) }

  /// Why a limit that is kept without them might not hold with them, or `nil` if it does.
  func objection(
    to relation: Relation,
    _ limit: MetricValue,
    of population: Population
  ) -> Indecision? {
    quantity.isUndone(by: unfinished, relation, limit, of: population)
      ? .unfinished(unfinished) : nil
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
    quantity.mayBeExceeded(relation) ? claim.adding(unfinished, exceeding: unfinished) : claim
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
    guard rise > -1, let count = report.phase(raised)?.generator?.unfinishedCount,
      let other = try? Scope(phase: fixed).populations(of: report).first,
      let population = try? Scope(phase: raised).populations(of: report).first,
      let value = try? latency.value(of: other, for: isUpper ? .greater : .less).duration
    else { return nil }
    let limit = value.inSeconds * (isUpper ? 1 + rise : 1 / (1 + rise))
    let isUndone = latency.isUndone(
      by: count,
      relation.includesLimit ? .lessOrEqual : .less,
      .duration(.nanoseconds(Int64((limit * 1e9).rounded()))),
      of: population
    )
    return isUndone ? .unfinished(count) : nil
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
}
