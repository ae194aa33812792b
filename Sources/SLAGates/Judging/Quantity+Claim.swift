// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// What a sample says of all operations there could be.
extension Quantity {
  /// The claim about a share of all operations that a limit comes to, with the sample it is judged by.
  ///
  /// `nil` of quantities that are facts of the run rather than shares, such as a maximum or a throughput, and of
  /// limits that no sample can show: that none of all operations ever fails. The observation decides
  /// these.
  func claim(
    _ relation: Relation,
    _ limit: MetricValue,
    of population: Population
  ) -> ShareClaim? {
    switch self {
    case .latency(.percentile(let quantile)):
      guard let latency = population.latency else { return nil }
      return Self.claim(latency, quantile, relation, limit)
    case .segment(let name, let quantile):
      guard let time = population.segment(name)?.time else { return nil }
      return Self.claim(.summary(time), quantile, relation, limit)
    case .errorRate:
      return share(population.failureCount, of: population.count, relation, limit)
    case .successRate:
      return share(population.successCount, of: population.count, relation, limit)
    case .failureRate(let selection):
      let part = population.count(of: selection, for: relation)
      return share(part, of: population.count, relation, limit)
    case .shareWithin(let time):
      let within = population.count(within: time, for: relation)
      return share(within, of: population.count, relation, limit)
    default: return nil
    }
  }

  /// A share that has at most, or at least, to be so large.
  private func share(
    _ part: Int,
    of total: Int,
    _ relation: Relation,
    _ limit: MetricValue
  ) -> ShareClaim? {
    relation.isUpperLimit
      ? Self.claim(part, of: total, atMost: limit.magnitude)
      : Self.claim(total - part, of: total, atMost: 1 - limit.magnitude)
  }

  /// A percentile that has at most, or at least, to be so long.
  private static func claim(
    _ latency: Population.Latency,
    _ quantile: Double,
    _ relation: Relation,
    _ limit: MetricValue
  ) -> ShareClaim? {
    guard let limit = limit.duration else { return nil }
    // The clock ticks in nanoseconds: what is not below a limit is above the last one before it.
    let last = relation.includesLimit == relation.isUpperLimit ? limit : limit - .nanoseconds(1)
    let above = latency.count(above: last)
    return relation.isUpperLimit
      ? claim(above.most, of: latency.count, atMost: 1 - quantile)
      : claim(latency.count - above.fewest, of: latency.count, atMost: quantile)
  }

  private static func claim(_ part: Int, of total: Int, atMost limit: Double) -> ShareClaim? {
    guard limit > 0, limit < 1, total > 0 else { return nil }
    return ShareClaim(exceeding: part, of: total, limit: limit)
  }

  /// What the figure of all operations there could be lies in; `nil` where that is not known.
  func interval(of population: Population, confidence: Double) -> MetricInterval? {
    switch self {
    case .latency(.percentile(let quantile)):
      guard case .summary(let summary) = population.latency else { return nil }
      return .percentile(quantile, of: summary, confidence)
    case .segment(let name, let quantile):
      return population.segment(name)?.time.map { .percentile(quantile, of: $0, confidence) }
    case .errorRate: return .share(population.failureCount, of: population.count, confidence)
    case .successRate: return .share(population.successCount, of: population.count, confidence)
    case .failureRate(let selection):
      let part = population.count(of: selection, for: .lessOrEqual)
      return .share(part, of: population.count, confidence)
    case .shareWithin(let limit):
      let within = population.count(within: limit, for: .greaterOrEqual)
      return .share(within, of: population.count, confidence)
    default: return nil
    }
  }
}
