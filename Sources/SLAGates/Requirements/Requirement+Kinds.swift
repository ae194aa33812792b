// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// Requirements that are more than a metric and a limit.
extension Requirement {
  /// Requires that what a probe reads comes down after the load, and stays there, in time.
  ///
  /// The probe must be watched for so long: give the load a `.settle(within:until:)`, or it is undecided.
  ///
  /// ```swift
  /// .drained("pending_dispatch", within: .seconds(5))
  /// ```
  ///
  /// - Parameters:
  ///   - probe: The name of the probe.
  ///   - level: The level at which it is drained.
  ///   - limit: How long after the load it may take.
  /// - Returns: The requirement.
  /// - Precondition: `limit` is not negative, and `level` a finite number.
  public static func drained(
    _ probe: String,
    to level: Double = 0,
    within limit: Duration
  ) -> Requirement {
    trap(unless: level.isFinite, "the level of a drain must be a finite number (was \(level))")
    return Requirement(
      .drain(probe, to: level),
      .lessOrEqual,
      .duration(limit.inWholeNanoseconds)
    )
  }

  /// Requires that latency in one phase has come back to that of another, as after a burst.
  ///
  /// ```swift
  /// .recovered("recovery", within: .percent(20), of: "steady")
  /// ```
  ///
  /// - Parameters:
  ///   - phase: The name of the phase in which it has recovered.
  ///   - rise: How much higher it may be than in the other phase, as a share of that.
  ///   - base: The name of the phase to compare with.
  ///   - metric: What is compared: a metric of latency; the median unless said, as phases of recovery are short.
  /// - Returns: The requirement.
  /// - Precondition: `rise` is at least −1, and `metric` is one of latency.
  public static func recovered(
    _ phase: String,
    within rise: Share,
    of base: String,
    by metric: Metric<Duration> = .p50
  ) -> Requirement {
    guard case .latency(let statistic) = metric.quantity else {
      fatalError("phases are compared by a latency (was \(metric.quantity))")
    }
    return Requirement(
      .change(statistic, from: base, to: phase),
      .lessOrEqual,
      .share(rise.value)
    )
  }

  /// Requires a latency or another time from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order, and such as there can be.
  public static func between(
    _ metric: Metric<Duration>,
    _ lower: Duration,
    _ upper: Duration
  ) -> Requirement {
    let limits = (lower.inWholeNanoseconds, upper.inWholeNanoseconds)
    return Requirement(metric.quantity, .between(.duration(limits.0), .duration(limits.1)))
  }

  /// Requires a share from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order, and such as there can be.
  public static func between(
    _ metric: Metric<Share>,
    _ lower: Double,
    _ upper: Double
  ) -> Requirement {
    Requirement(metric.quantity, .between(.share(lower), .share(upper)))
  }

  /// Requires a rate from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order.
  public static func between(_ metric: Metric<Rate>, _ lower: Rate, _ upper: Rate) -> Requirement {
    Requirement(metric.quantity, .between(.rate(lower), .rate(upper)))
  }

  /// Requires a number of operations from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order, and such as there can be.
  public static func between(_ metric: Metric<Int>, _ lower: Int, _ upper: Int) -> Requirement {
    Requirement(metric.quantity, .between(.count(lower), .count(upper)))
  }

  /// Requires memory or output from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order.
  public static func between(
    _ metric: Metric<ByteSize>,
    _ lower: ByteSize,
    _ upper: ByteSize
  ) -> Requirement {
    Requirement(metric.quantity, .between(.size(lower), .size(upper)))
  }

  /// Requires what a probe reads from one limit to another, both included.
  ///
  /// - Parameters:
  ///   - metric: What is limited.
  ///   - lower: The least that is allowed.
  ///   - upper: The most that is allowed, at least `lower`.
  /// - Returns: The requirement.
  /// - Precondition: Limits are in their order.
  public static func between(
    _ metric: Metric<Double>,
    _ lower: Double,
    _ upper: Double
  ) -> Requirement {
    Requirement(metric.quantity, .between(metric.value(lower), metric.value(upper)))
  }
}
