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
  /// The 90th percentile of the latency of the operations that succeeded.
  public static var p90: Metric { .percentile(0.90) }
  /// The 95th percentile of the latency of the operations that succeeded.
  public static var p95: Metric { .percentile(0.95) }
  /// The 99th percentile of the latency of the operations that succeeded.
  public static var p99: Metric { .percentile(0.99) }

  /// A percentile of the latency of the operations that succeeded, by nearest rank.
  ///
  /// - Parameter quantile: A share in `0...1`; 0.999 asks for the 99.9th percentile.
  /// - Returns: The metric.
  /// - Precondition: `quantile` is in `0...1`.
  public static func percentile(_ quantile: Double) -> Metric {
    Percentile.requireQuantile(quantile)
    return Metric(quantity: .percentile(quantile))
  }

  /// The mean latency of the operations that succeeded.
  public static var mean: Metric { Metric(quantity: .mean) }
  /// The longest latency of the operations that succeeded.
  public static var max: Metric { Metric(quantity: .max) }
}

extension Metric where Value == Double {
  /// The share of all operations that failed, in `0...1`.
  public static var errorRate: Metric { Metric(quantity: .errorRate) }
  /// The share of all operations that succeeded, in `0...1`.
  public static var successRate: Metric { Metric(quantity: .successRate) }
}

extension Metric where Value == Rate {
  /// The operations that succeeded, by the time of the run.
  public static var throughput: Metric { Metric(quantity: .throughput) }
}
