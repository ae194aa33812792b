// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How the throughput of one step of a sweep differs from that of another.
public struct SweepComparison: Sendable, Hashable {
  /// One of the two steps.
  public struct Side: Sendable, Hashable {
    /// How many operations ran at once at most.
    public let users: Int
    /// The successful operations per second.
    public let throughput: Rate
    /// The P95 of successes; `nil` without any.
    public let p95: Duration?

    package init(users: Int, throughput: Rate, p95: Duration?) {
      (self.users, self.throughput, self.p95) = (users, throughput, p95)
    }
  }

  /// The step that is compared.
  public let step: Side
  /// The step that it is compared to.
  public let base: Side
  /// By how much throughput is higher than that of the base, as a share of it: −0.378 for 37.8 % less.
  public let change: Double
  /// The interval that has the true difference in it in 95 % of cases, by Welch, as a share of the measured throughput
  /// of the base; `nil` where too little was measured.
  public let interval: ClosedRange<Double>?
  /// Whether a step was run only once, so that the interval lies within one run and knows nothing of how runs differ.
  public let isOfOneRun: Bool

  /// Compares two steps; `nil` unless both have a throughput, and that of the base is above 0.
  package init?(of step: SweepReport.Step, to base: SweepReport.Step) {
    guard let rate = step.throughput, let baseRate = base.throughput, baseRate.perSecond > 0 else {
      return nil
    }
    self.step = Side(users: step.users, throughput: rate, p95: step.p95)
    self.base = Side(users: base.users, throughput: baseRate, p95: base.p95)
    change = (rate.perSecond - baseRate.perSecond) / baseRate.perSecond
    isOfOneRun = step.rates.count == 1 || base.rates.count == 1
    interval = step.estimate.flatMap { estimate in
      base.estimate.map { other in
        let interval = estimate.difference(from: other).interval()
        return
          (interval.lowerBound / baseRate.perSecond)...(interval.upperBound / baseRate.perSecond)
      }
    }
  }

  /// Whether throughput is higher beyond doubt: all of the interval is above 0.
  public var isHigher: Bool { interval.map { $0.lowerBound > 0 } ?? false }
  /// Whether throughput is lower beyond doubt: all of the interval is below 0.
  public var isLower: Bool { interval.map { $0.upperBound < 0 } ?? false }
}
