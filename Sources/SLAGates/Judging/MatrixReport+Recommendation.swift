// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension MatrixReport {
  /// Finds the configuration to take: of those that meet an SLA the one with the best figure.
  ///
  /// A configuration must meet the SLA in each run and under each load, as a whole: what is undecided is not met. Its figure
  /// is the middle one of its runs, under the load in which it is worst; it lies between the lowest and the highest
  /// end of the 95 % intervals of the runs. Those of one run are about chance within it: repeat the matrix to see how
  /// runs differ.
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
        for row in rows {
          let figure = try metric.quantity.figure(of: row)
          let isWorse =
            worst.map { worst in
              let isLower = figure.value.magnitude < worst.value.magnitude
              return metric.quantity.isBetterHigher == isLower
            } ?? true
          if isWorse { worst = figure }
        }
        return .init(name, name, worst?.value, worst?.interval)
      } catch {
        return .init(name, name, nil, fault: .noFigure("\(metric.quantity)", error))
      }
    }
    return Recommendation(candidates, by: metric.quantity, of: rows.flatMap(\.runs))
  }

  private func fault(of row: Row, _ sla: SLA) -> Recommendation<String>.Fault? {
    if let fault = row.faults.first { return .notStarted(fault) }
    guard !row.runs.isEmpty else { return .notMeasured }
    return Recommendation.unmet(sla, by: row.runs)
  }
}

extension Quantity {
  /// Confidence of the intervals by which figures are told apart.
  private static let confidence = 0.95

  /// The middle figure of the runs of a row, and what all of them lie in.
  fileprivate func figure(
    of row: MatrixReport.Row
  ) throws(Indecision) -> (value: MetricValue, interval: MetricInterval?) {
    var figures: [(value: MetricValue, interval: MetricInterval?)] = []
    for run in row.runs { figures.append(try figure(of: run)) }
    figures.sort { $0.value.magnitude < $1.value.magnitude }
    guard let lowest = figures.first, let highest = figures.last else { throw .nothingMeasured }
    // The lower of two if lower is worse.
    let middle = isBetterHigher ? (figures.count - 1) / 2 : figures.count / 2
    let known = figures.compactMap(\.interval)
    guard known.count == figures.count || figures.count > 1 else {
      return (figures[middle].value, nil)
    }
    func end(_ ends: [MetricValue?], _ isNearer: (Double, Double) -> Bool) -> MetricValue? {
      let values = ends.compactMap(\.self)
      guard values.count == ends.count else { return nil }
      return values.min { isNearer($0.magnitude, $1.magnitude) }
    }
    let interval = MetricInterval(
      lower: end(known.map(\.lower) + [lowest.value], <),
      upper: end(known.map(\.upper) + [highest.value], >),
      confidence: Self.confidence
    )
    return (figures[middle].value, interval)
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
