// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// Twelve plain functions rather than four generic ones: with concrete types `.p95` needs no
// inference, and a limit of the wrong unit gives an error that names both types.

extension Metric where Value == Duration {
  /// Requires a latency below a limit.
  public static func < (metric: Metric, limit: Duration) -> Requirement {
    Requirement(metric.quantity, .less, .duration(limit.inWholeNanoseconds))
  }

  /// Requires a latency of at most a limit.
  public static func <= (metric: Metric, limit: Duration) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .duration(limit.inWholeNanoseconds))
  }

  /// Requires a latency above a limit.
  public static func > (metric: Metric, limit: Duration) -> Requirement {
    Requirement(metric.quantity, .greater, .duration(limit.inWholeNanoseconds))
  }

  /// Requires a latency of at least a limit.
  public static func >= (metric: Metric, limit: Duration) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .duration(limit.inWholeNanoseconds))
  }
}

extension Metric where Value == Double {
  /// Requires a share below a limit in `0...1`.
  public static func < (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .less, .share(limit))
  }

  /// Requires a share of at most a limit in `0...1`.
  public static func <= (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .share(limit))
  }

  /// Requires a share above a limit in `0...1`.
  public static func > (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .greater, .share(limit))
  }

  /// Requires a share of at least a limit in `0...1`.
  public static func >= (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .share(limit))
  }
}

extension Metric where Value == Rate {
  /// Requires a rate below a limit.
  public static func < (metric: Metric, limit: Rate) -> Requirement {
    Requirement(metric.quantity, .less, .rate(limit))
  }

  /// Requires a rate of at most a limit.
  public static func <= (metric: Metric, limit: Rate) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .rate(limit))
  }

  /// Requires a rate above a limit.
  public static func > (metric: Metric, limit: Rate) -> Requirement {
    Requirement(metric.quantity, .greater, .rate(limit))
  }

  /// Requires a rate of at least a limit.
  public static func >= (metric: Metric, limit: Rate) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .rate(limit))
  }
}
