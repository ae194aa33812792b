// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Something measured that a requirement limits; `Value` is the type of its limits.
///
/// Compare a metric with a limit to make a ``Requirement``: `.p95 <= .milliseconds(300)`. A limit of
/// the wrong unit does not compile.
public struct Metric<Value>: Sendable, Hashable {
  package let quantity: Quantity
}

extension Metric where Value == Duration {
  /// The median latency of the operations that succeeded.
  public static var p50: Metric { .percentile(0.50) }
  /// The 75th percentile of the latency of the operations that succeeded.
  public static var p75: Metric { .percentile(0.75) }
  /// The 90th percentile of the latency of the operations that succeeded.
  public static var p90: Metric { .percentile(0.90) }
  /// The 95th percentile of the latency of the operations that succeeded.
  public static var p95: Metric { .percentile(0.95) }
  /// The 99th percentile of the latency of the operations that succeeded.
  public static var p99: Metric { .percentile(0.99) }
  /// The 99.9th percentile of the latency of the operations that succeeded.
  public static var p999: Metric { .percentile(0.999) }

  /// A percentile of the latency of the operations that succeeded, by nearest rank.
  ///
  /// - Parameter quantile: A share in `0...1`; 0.999 asks for the 99.9th percentile.
  /// - Returns: The metric.
  /// - Precondition: `quantile` is in `0...1`.
  public static func percentile(_ quantile: Double) -> Metric {
    Percentile.requireQuantile(quantile)
    return Metric(quantity: .percentile(quantile))
  }

  /// The shortest latency of the operations that succeeded.
  public static var min: Metric { Metric(quantity: .latency(.min)) }
  /// The mean latency of the operations that succeeded.
  public static var mean: Metric { Metric(quantity: .latency(.mean)) }
  /// The longest latency of the operations that succeeded.
  public static var max: Metric { Metric(quantity: .latency(.max)) }
  /// The standard deviation of the latency of the operations that succeeded.
  public static var standardDeviation: Metric { Metric(quantity: .latency(.standardDeviation)) }
}

// Of commands, as `CommandTest` runs them.
extension Metric where Value == Duration {
  /// The time on cores, in user and system code, of a run that succeeded, in the mean.
  ///
  /// The mean, for times on cores add up: so many runs cost so many times that.
  public static var cpu: Metric { Metric(quantity: .processorTime) }
}

extension Metric where Value == ByteSize {
  /// The most memory that any run which succeeded had at one time.
  ///
  /// Where the system knows only what it cannot have exceeded, that is judged if it keeps the limit, and else what was
  /// read while commands ran, with a warning.
  public static var peakMemory: Metric { Metric(quantity: .peakMemory) }

  /// What a run which succeeded wrote to standard output and standard error.
  ///
  /// The most of any run where that is limited, and the least where at least so much is required.
  public static var outputSize: Metric { Metric(quantity: .outputSize) }
}

extension Metric where Value == Share {
  /// The share of all operations that failed, in `0...1`.
  public static var errorRate: Metric { Metric(quantity: .errorRate) }
  /// The share of all operations that succeeded, in `0...1`.
  public static var successRate: Metric { Metric(quantity: .successRate) }

  /// The share of all operations that failed in one way, in `0...1`.
  ///
  /// - Parameter category: The way, as `.throttled`.
  /// - Returns: The metric.
  public static func failureRate(_ category: FailureCategory) -> Metric {
    Metric(quantity: .failureRate(.category(category)))
  }

  /// The share of all operations that failed for one reason, in `0...1`.
  ///
  /// - Parameter reason: The reason as reports show it, for example `status 503`.
  /// - Returns: The metric.
  public static func failureRate(reason: String) -> Metric {
    Metric(quantity: .failureRate(.reason(FailureKind(reason).reason)))
  }

  /// The share of all operations that succeeded within a time, in `0...1`; failures are not within it.
  ///
  /// What an Apdex counts as satisfied (Apdex Technical Specification 1.1, Apdex Alliance, 2007).
  ///
  /// - Parameter limit: The time, at least zero.
  /// - Returns: The metric.
  /// - Precondition: `limit` is not negative.
  public static func shareWithin(_ limit: Duration) -> Metric {
    trap(unless: limit >= .zero, "a latency limit must not be negative (was \(limit.exactText))")
    return Metric(quantity: .shareWithin(limit.inWholeNanoseconds))
  }

  /// By how much the mean latency of the last successes lies above that of the first, as a share of that.
  ///
  /// - Parameters:
  ///   - first: How many of the first, at least 1.
  ///   - last: How many of the last, at least 1.
  /// - Returns: The metric.
  /// - Precondition: `first` and `last` are at least 1.
  public static func degradation(first: Int = 10, last: Int = 10) -> Metric {
    trap(
      unless: first >= 1 && last >= 1,
      "a degradation compares at least 1 operation with 1 (was \(first) and \(last))"
    )
    return Metric(quantity: .degradation(first: first, last: last))
  }
}

extension Metric where Value == Rate {
  /// The operations that succeeded, by the time of the run.
  public static var throughput: Metric { throughput(withFailures: false) }

  /// The operations by the time of the run.
  ///
  /// - Parameter withFailures: Whether those that failed count too.
  /// - Returns: The metric.
  public static func throughput(withFailures: Bool) -> Metric {
    Metric(quantity: .throughput(withFailures: withFailures))
  }
}

extension Metric where Value == Int {
  /// The number of operations that ended.
  public static var count: Metric { Metric(quantity: .count) }

  /// The number of operations that failed in one way.
  ///
  /// - Parameter category: The way, as `.timeout`.
  /// - Returns: The metric.
  public static func failures(_ category: FailureCategory) -> Metric {
    Metric(quantity: .failures(.category(category)))
  }

  /// The number of operations that failed for one reason.
  ///
  /// - Parameter reason: The reason as reports show it, for example `status 503`.
  /// - Returns: The metric.
  public static func failures(reason: String) -> Metric {
    Metric(quantity: .failures(.reason(FailureKind(reason).reason)))
  }
}

extension Metric where Value == Double {
  /// The largest reading of a probe.
  ///
  /// - Parameter probe: The name of the probe.
  /// - Returns: The metric.
  public static func peak(_ probe: String) -> Metric { Metric(quantity: .probe(probe, .peak)) }

  /// The mean of the readings of a probe during the load.
  ///
  /// - Parameter probe: The name of the probe.
  /// - Returns: The metric.
  public static func mean(of probe: String) -> Metric { Metric(quantity: .probe(probe, .mean)) }

  /// The last reading of a probe.
  ///
  /// - Parameter probe: The name of the probe.
  /// - Returns: The metric.
  public static func last(of probe: String) -> Metric { Metric(quantity: .probe(probe, .last)) }

  /// By how much the readings of a probe rise in a second of the load.
  ///
  /// - Parameter probe: The name of the probe.
  /// - Returns: The metric.
  public static func slope(of probe: String) -> Metric { Metric(quantity: .probe(probe, .slope)) }

  func value(_ number: Double) -> MetricValue {
    if case .probe(_, .slope) = quantity { .slope(number) } else { .number(number) }
  }
}
