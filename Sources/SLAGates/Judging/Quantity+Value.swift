// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

// What a quantity is, of some operations or of a report.
extension Quantity {
  /// Reads the quantity of operations, as it must be compared with a limit.
  ///
  /// Where a figure is known only to a range, it is the end of that range that makes the limit harder to
  /// keep.
  ///
  /// - Parameters:
  ///   - population: The operations.
  ///   - relation: How the figure is going to be compared.
  ///   - limit: The limit that it is going to be compared with, or `nil` for any.
  /// - Returns: The figure.
  /// - Throws: Why there is no such figure; nothing measured is not zero.
  package func value(
    of population: Population,
    for relation: Relation,
    _ limit: MetricValue? = nil
  ) throws(Indecision) -> MetricValue {
    guard population.count > 0 || population.isWindow && isRate else { throw .nothingMeasured }
    let (total, failed) = (Double(population.count), Double(population.failureCount))
    switch self {
    case .latency(let statistic):
      return .duration(try statistic.value(of: population, for: relation))
    case .segment(let name, let quantile):
      let bounds = try population.time(of: name).bounds(ofPercentile: quantile)
      return .duration(relation.isUpperLimit ? bounds.upperBound : bounds.lowerBound)
    case .errorRate: return .share(failed / total)
    case .successRate: return .share(Double(population.successCount) / total)
    case .failureRate(let selection):
      return .share(Double(population.count(of: selection, for: relation)) / total)
    case .failures(let selection): return .count(population.count(of: selection, for: relation))
    case .count: return .count(population.count)
    case .throughput(let withFailures):
      return .rate(try population.throughput(withFailures: withFailures))
    case .shareWithin(let limit):
      return .share(Double(population.count(within: limit, for: relation)) / total)
    case .degradation(let first, let last):
      return .share(try population.degradation(first: first, last: last))
    case .processorTime, .peakMemory, .outputSize:
      return try used(by: population, for: relation, limit)
    case .probe, .drain, .change, .elapsed, .counter, .counterRate:
      preconditionFailure("the \(self) is not one of operations")
    }
  }

  /// Reads a quantity that is not one of operations.
  ///
  /// - Parameters:
  ///   - report: What was measured.
  ///   - relation: How the figure is going to be compared.
  ///   - limit: The limit that it is going to be compared with.
  /// - Returns: The figure; `nil` if it is beyond every limit: a probe that was watched and did not drain.
  /// - Throws: Why there is no such figure.
  package func value(
    in report: LoadReport,
    for relation: Relation,
    _ limit: MetricValue
  ) throws(Indecision) -> MetricValue? {
    switch self {
    case .probe(let name, let statistic):
      guard let value = statistic.value(of: try probe(name, in: report)), value.isFinite else {
        throw .noReadings(name)
      }
      return statistic == .slope ? .slope(value) : .number(value)
    case .drain(let name, let level):
      return try Self.drain(of: probe(name, in: report), to: level, within: limit)
    case .elapsed:
      guard let elapsed = report.elapsed else { throw .timesUnknown }
      return .duration(elapsed)
    case .counter(let name): return .count(try counter(name, in: report).count)
    case .counterRate(let name):
      guard let rate = try counter(name, in: report).rate else { throw .noTimeElapsed }
      return .rate(rate)
    case .change(let statistic, let base, let phase):
      guard let before = try Scope(phase: base).populations(of: report).first,
        let after = try Scope(phase: phase).populations(of: report).first
      else { throw .nothingMeasured }
      let start = try statistic.value(of: before, for: relation.isUpperLimit ? .greater : .less)
      let end = try statistic.value(of: after, for: relation)
      guard start > .zero else { throw .noTimeElapsed }
      return .share((end - start) / start)
    default: preconditionFailure("the \(self) is one of operations")
    }
  }

  private func probe(_ name: String, in report: LoadReport) throws(Indecision) -> ProbeReport {
    guard let probe = report.probe(name) else {
      throw .noSuchProbe(name, known: report.probes.map(\.name))
    }
    return probe
  }

  private func counter(_ name: String, in report: LoadReport) throws(Indecision) -> CounterReport {
    guard let counter = report.counter(name) else {
      throw .noSuchCounter(name, known: report.counters.map(\.name))
    }
    return counter
  }

  private static func drain(
    of probe: ProbeReport,
    to level: Double,
    within limit: MetricValue
  ) throws(Indecision) -> MetricValue? {
    if let time = probe.drained(to: level) { return .duration(time) }
    guard let last = probe.samples.last, last.time >= probe.loadEnd else {
      throw .noReadings(probe.name)
    }
    let watched = last.time - probe.loadEnd
    guard watched.inSeconds >= limit.magnitude else { throw .notWatched(probe.name, for: watched) }
    return nil
  }
}

extension ProbeStatistic {
  fileprivate func value(of probe: ProbeReport) -> Double? {
    switch self {
    case .peak: probe.max
    case .mean: probe.mean
    case .last: probe.last
    case .slope: probe.slope
    }
  }
}

extension LatencyStatistic {
  fileprivate func value(
    of population: Population,
    for relation: Relation
  ) throws(Indecision) -> Duration {
    let latency = try population.measuredLatency
    if case .percentile(let quantile) = self {
      let bounds =
        switch latency {
        case .summary(let summary): summary.bounds(ofPercentile: quantile)
        case .window(let window): window.bounds(ofPercentile: quantile) ?? .zero...(.zero)
        }
      return relation.isUpperLimit ? bounds.upperBound : bounds.lowerBound
    }
    guard case .summary(let summary) = latency else {
      guard case .window(let window) = latency, self == .max, let max = window.max else {
        preconditionFailure("the \(self) is not known of a window")
      }
      return max
    }
    switch self {
    case .min: return summary.min
    case .mean: return summary.mean
    case .max, .percentile: return summary.max
    case .standardDeviation:
      guard let deviation = summary.standardDeviation else {
        throw .tooFewSamples(summary.count, needed: 2)
      }
      return deviation
    }
  }
}

extension Population {
  /// The latency of successes.
  ///
  /// - Throws: Why there is none.
  package var measuredLatency: Latency {
    get throws(Indecision) {
      guard let latency else {
        throw unmeasured > 0
          ? .nothingMeasurable(unmeasured) : .nothingSucceeded(failed: failureCount)
      }
      return latency
    }
  }

  /// What a segment took, by its name.
  package func segment(_ name: String) -> SegmentReport? { segments.first { $0.name == name } }

  /// The time of a segment in the operations that succeeded.
  ///
  /// - Throws: Why there is none.
  fileprivate func time(of name: String) throws(Indecision) -> Summary {
    guard let segment = segment(name) else {
      _ = try measuredLatency
      throw .noSuchSegment(name, known: segments.map(\.name))
    }
    guard let time = segment.time else { throw .nothingMeasurable(segment.runCount) }
    return time
  }

  /// How many failed in one way: the most, or the fewest, by what makes a limit harder to keep.
  ///
  /// Kinds that came after the first 32 are not told apart, and may be of any way.
  package func count(of selection: FailureSelection, for relation: Relation) -> Int {
    let known = failures.filter { selection.includes($0.key) }.values.reduce(0, +)
    let others = failures.first { $0.key.isFurtherKinds }?.value ?? 0
    return relation.isUpperLimit ? known + others : known
  }

  /// How many succeeded within a time: the fewest or the most, by what makes a limit harder to keep.
  package func count(within limit: Duration, for relation: Relation) -> Int {
    guard let latency else { return 0 }
    let above = latency.count(above: limit)
    return latency.count - (relation.isUpperLimit ? above.fewest : above.most)
  }

  fileprivate func throughput(withFailures: Bool) throws(Indecision) -> Rate {
    guard let elapsed else { throw .timesUnknown }
    guard latency != nil || unmeasured == 0 else { throw .nothingMeasurable(unmeasured) }
    guard let rate = Rate(withFailures ? count : successCount, in: elapsed) else {
      throw .noTimeElapsed
    }
    return rate
  }

  fileprivate func degradation(first: Int, last: Int) throws(Indecision) -> Double {
    guard case .summary(let summary) = try measuredLatency else { throw .orderUnknown }
    guard summary.count >= first, summary.count - first >= last else {
      let (needed, isTooMany) = first.addingReportingOverflow(last)
      throw .tooFewSamples(summary.count, needed: isTooMany ? .max : needed)
    }
    guard let start = summary.first(first), let end = summary.last(last),
      let degradation = Degradation(
        first: start.map(\.wholeNanoseconds),
        last: end.map(\.wholeNanoseconds)
      )
    else { throw .orderUnknown }
    guard let share = degradation.share else { throw .noTimeElapsed }
    return share
  }
}
