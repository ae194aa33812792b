// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// Plain functions rather than generic ones: with concrete types `.p95` needs no inference, and a limit
// of the wrong unit gives an error that names both types.

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

extension Metric where Value == Share {
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

extension Metric where Value == Share {
  /// Requires a share below a limit.
  public static func < (metric: Metric, limit: Share) -> Requirement {
    Requirement(metric.quantity, .less, .share(limit.value))
  }

  /// Requires a share of at most a limit.
  public static func <= (metric: Metric, limit: Share) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .share(limit.value))
  }

  /// Requires a share above a limit.
  public static func > (metric: Metric, limit: Share) -> Requirement {
    Requirement(metric.quantity, .greater, .share(limit.value))
  }

  /// Requires a share of at least a limit.
  public static func >= (metric: Metric, limit: Share) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .share(limit.value))
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

extension Metric where Value == Int {
  /// Requires a number of operations below a limit.
  public static func < (metric: Metric, limit: Int) -> Requirement {
    Requirement(metric.quantity, .less, .count(limit))
  }

  /// Requires a number of operations of at most a limit.
  public static func <= (metric: Metric, limit: Int) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .count(limit))
  }

  /// Requires a number of operations above a limit.
  public static func > (metric: Metric, limit: Int) -> Requirement {
    Requirement(metric.quantity, .greater, .count(limit))
  }

  /// Requires a number of operations of at least a limit.
  public static func >= (metric: Metric, limit: Int) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .count(limit))
  }
}

extension Metric where Value == ByteSize {
  /// Requires a size below a limit.
  public static func < (metric: Metric, limit: ByteSize) -> Requirement {
    Requirement(metric.quantity, .less, .size(limit))
  }

  /// Requires a size of at most a limit.
  public static func <= (metric: Metric, limit: ByteSize) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, .size(limit))
  }

  /// Requires a size above a limit.
  public static func > (metric: Metric, limit: ByteSize) -> Requirement {
    Requirement(metric.quantity, .greater, .size(limit))
  }

  /// Requires a size of at least a limit.
  public static func >= (metric: Metric, limit: ByteSize) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, .size(limit))
  }
}

extension Metric where Value == Double {
  /// Requires that what a probe reads is below a limit.
  public static func < (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .less, metric.value(limit))
  }

  /// Requires that what a probe reads is at most a limit.
  public static func <= (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .lessOrEqual, metric.value(limit))
  }

  /// Requires that what a probe reads is above a limit.
  public static func > (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .greater, metric.value(limit))
  }

  /// Requires that what a probe reads is at least a limit.
  public static func >= (metric: Metric, limit: Double) -> Requirement {
    Requirement(metric.quantity, .greaterOrEqual, metric.value(limit))
  }
}
