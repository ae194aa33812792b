// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension SweepReport {
  /// Finds how many users to work with: of the steps that meet an SLA the one with the highest throughput.
  ///
  /// A step must meet the SLA in each of its runs: what is undecided is not met, and a load that was not the one asked for
  /// is none. Where fewer users than at the highest are shown to have nearly as much throughput, at most a tenth less at 95 %
  /// confidence, it is the fewest of those; what was measured too little to show that is not preferred. It chooses among
  /// what was measured, of however few steps, while findings need four.
  ///
  /// - Parameter sla: What must hold.
  /// - Returns: The number of users with the reason, those that cannot be told from it, and why others are none.
  /// - Precondition: The SLA has a requirement.
  public func recommended(meeting sla: SLA) -> Recommendation<Int> {
    trap(unless: !sla.requirements.isEmpty, "an SLA to choose by must require something (was [])")
    let quantity = Quantity.throughput(withFailures: false)
    let candidates = steps.map { step -> Recommendation<Int>.Candidate in
      let name = "\(step.users) \(step.users == 1 ? "user" : "users")"
      if let fault = Recommendation<Int>.fault(of: step.runs, by: sla) {
        return .init(step.users, name, nil, fault: fault)
      }
      guard let throughput = step.throughput else {
        return .init(step.users, name, nil, fault: .noFigure("\(quantity)", Self.reason(step)))
      }
      let interval = step.throughputInterval.map {
        MetricInterval(lower: .rate($0.lowerBound), upper: .rate($0.upperBound), confidence: 0.95)
      }
      return .init(
        step.users,
        name,
        .rate(throughput),
        interval,
        isOfOneRun: step.rates.count == 1
      )
    }
    return Recommendation(
      candidates,
      by: quantity,
      of: steps.flatMap(\.runs)
    ) { users, best in
      guard let interval = comparison(of: users, to: best)?.interval else { return false }
      return interval.lowerBound >= -Self.flatMargin
    }
  }

  /// Why a step has no throughput.
  private static func reason(_ step: Step) -> Indecision {
    guard step.count > 0 else { return .nothingMeasured }
    return step.runs.contains { $0.elapsed != nil } ? .noTimeElapsed : .timesUnknown
  }
}
