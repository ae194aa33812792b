// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension MatrixReport {
  /// Finds the configuration to take: of those that meet an SLA the one with the best figure.
  ///
  /// A configuration must meet the SLA in each run and under each load, as a whole: what is undecided is not met, and a load
  /// that was not the one asked for is none. Its figure is the mean of its runs, under the load in which it is worst, and lies
  /// in their interval by Student's t; that of one run lies in its own, which knows nothing of how runs differ: repeat
  /// the matrix, three times at least, to see that.
  ///
  /// - Parameters:
  ///   - sla: What must hold.
  ///   - metric: By what the best is found: the lowest latency, the highest throughput, the fewest failures.
  /// - Returns: The configuration with the reason, those that cannot be told from it, and why others are none.
  /// - Precondition: The SLA has a requirement.
  public func recommended<Value>(
    meeting sla: SLA,
    by metric: Metric<Value>
  ) -> Recommendation<String> {
    trap(unless: !sla.requirements.isEmpty, "an SLA to choose by must require something (was [])")
    let candidates = configurations.map { name -> Recommendation<String>.Candidate in
      let rows = rows.filter { $0.configuration == name }
      if let fault = rows.lazy.compactMap({ fault(of: $0, sla) }).first {
        return .init(name, name, nil, fault: fault)
      }
      do throws(Indecision) {
        var worst: (value: MetricValue, interval: MetricInterval?)?
        var isOfOneRun = false
        for row in rows {
          let figure = try metric.quantity.figure(of: row)
          let isWorse =
            worst.map { worst in
              let isLower = figure.value.magnitude < worst.value.magnitude
              return metric.quantity.isBetterHigher == isLower
            } ?? true
          if isWorse { (worst, isOfOneRun) = (figure, row.runs.count == 1) }
        }
        return .init(name, name, worst?.value, worst?.interval, isOfOneRun: isOfOneRun)
      } catch {
        return .init(name, name, nil, fault: .noFigure("\(metric.quantity)", error))
      }
    }
    return Recommendation(candidates, by: metric.quantity, of: rows.flatMap(\.runs))
  }

  private func fault(of row: Row, _ sla: SLA) -> Recommendation<String>.Fault? {
    if let fault = row.faults.first {
      let count = row.faults.count
      return .failed(fault, count: count, rounds: count + row.runs.count)
    }
    return Recommendation<String>.fault(of: row.runs, by: sla)
  }
}

extension Quantity {
  /// Confidence of the intervals by which figures are told apart.
  private static let confidence = 0.95

  /// The mean figure of the runs of a row, and what it lies in.
  fileprivate func figure(
    of row: MatrixReport.Row
  ) throws(Indecision) -> (value: MetricValue, interval: MetricInterval?) {
    guard let first = row.runs.first else { throw .nothingMeasured }
    let single = try figure(of: first)
    guard row.runs.count > 1 else { return single }
    var values: [Double] = []
    for run in row.runs { values.append(try figure(of: run).value.magnitude) }
    guard let estimate = MeanEstimate(values) else { throw .nothingMeasured }
    let ends = estimate.interval(confidence: Self.confidence)
    let interval = MetricInterval(
      lower: single.value.replaced(by: max(ends.lowerBound, range.lowerBound)),
      upper: single.value.replaced(by: min(ends.upperBound, range.upperBound)),
      confidence: Self.confidence
    )
    return (single.value.replaced(by: estimate.mean), interval)
  }

  private func figure(
    of run: LoadReport
  ) throws(Indecision) -> (value: MetricValue, interval: MetricInterval?) {
    let relation: Relation = isBetterHigher ? .greaterOrEqual : .lessOrEqual
    guard isOfOperations else {
      guard let value = try value(in: run, for: relation, .duration(.zero)) else {
        throw .nothingMeasured
      }
      return (value, nil)
    }
    guard let population = try Scope().populations(of: run).first else { throw .nothingMeasured }
    let value = try value(of: population, for: relation)
    return (value, interval(of: population, confidence: Self.confidence))
  }
}
