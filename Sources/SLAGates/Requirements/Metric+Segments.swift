// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// Percentiles of a segment, of the operations that succeeded and in which it ran.
//
// A segment that the report does not have fails, with the names it has.
extension Metric where Value == Duration {
  /// The median time of a segment.
  ///
  /// - Parameter segment: The name of the segment.
  /// - Returns: The metric.
  public static func p50(of segment: String) -> Metric { percentile(0.50, of: segment) }

  /// The 90th percentile of the time of a segment.
  ///
  /// - Parameter segment: The name of the segment.
  /// - Returns: The metric.
  public static func p90(of segment: String) -> Metric { percentile(0.90, of: segment) }

  /// The 95th percentile of the time of a segment.
  ///
  /// - Parameter segment: The name of the segment.
  /// - Returns: The metric.
  public static func p95(of segment: String) -> Metric { percentile(0.95, of: segment) }

  /// The 99th percentile of the time of a segment.
  ///
  /// - Parameter segment: The name of the segment.
  /// - Returns: The metric.
  public static func p99(of segment: String) -> Metric { percentile(0.99, of: segment) }

  /// A percentile of the time of a segment, by nearest rank.
  ///
  /// Of the operations in which it ran; calls one after another add up in an operation.
  ///
  /// - Parameters:
  ///   - quantile: A share in `0...1`; 0.999 asks for the 99.9th percentile.
  ///   - segment: The name of the segment.
  /// - Returns: The metric.
  /// - Precondition: `quantile` is in `0...1`.
  public static func percentile(_ quantile: Double, of segment: String) -> Metric {
    Percentile.requireQuantile(quantile)
    return Metric(quantity: .segment(segment, quantile))
  }
}
