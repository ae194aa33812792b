// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// The time of a whole run, and what its operations counted.
extension Metric where Value == Duration {
  /// The time from the start of the run to its end: how long a batch takes.
  ///
  /// An upper limit is kept only if all operations were made that were to be. Of a load of phases it is the time of
  /// all phases, without the pauses.
  public static var elapsed: Metric { Metric(quantity: .elapsed) }
}

extension Metric where Value == Int {
  /// How often operations counted something by `context.count(_:by:)`.
  ///
  /// A counter that the report does not have fails, with those that it has. One that is to stay at zero needs to be
  /// there: count it `by: 0`.
  ///
  /// - Parameter counter: The name of the counter.
  /// - Returns: The metric.
  public static func count(of counter: String) -> Metric { Metric(quantity: .counter(counter)) }
}

extension Metric where Value == Rate {
  /// How often operations counted something, by the time of the run.
  ///
  /// - Parameter counter: The name of the counter.
  /// - Returns: The metric.
  public static func throughput(of counter: String) -> Metric {
    Metric(quantity: .counterRate(counter))
  }
}
