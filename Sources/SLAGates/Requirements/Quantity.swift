// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// What a latency is summed up by.
package enum LatencyStatistic: Sendable, Hashable {
  /// By nearest rank; a share in `0...1`.
  case percentile(Double)
  case min
  case mean
  case max
  case standardDeviation
}

/// Which failures are meant.
package enum FailureSelection: Sendable, Hashable {
  case category(FailureCategory)
  /// Those of one reason, as `status 503`, whatever their category.
  case reason(String)

  /// Whether a failure is one of these.
  package func includes(_ kind: FailureKind) -> Bool {
    switch self {
    case .category(let category): kind.category == category
    case .reason(let reason): kind.reason == reason
    }
  }
}

/// What the readings of a probe are summed up by.
package enum ProbeStatistic: String, Sendable, Hashable, CaseIterable {
  case peak
  case mean
  case last
  /// The rise per second during the load.
  case slope
}

/// What a metric reads off a report.
package enum Quantity: Sendable, Hashable {
  /// Of the operations that succeeded.
  case latency(LatencyStatistic)
  /// A percentile of a segment, of the operations that succeeded and in which it ran; a share in `0...1`.
  case segment(String, Double)
  case errorRate
  case successRate
  case failureRate(FailureSelection)
  case failures(FailureSelection)
  /// The operations that ended.
  case count
  /// By the time of the run; of successes, or of all that ended.
  case throughput(withFailures: Bool)
  /// The rise of the mean of the last successes over that of the first, as a share.
  case degradation(first: Int, last: Int)
  /// The share of all operations that succeeded within a time.
  case shareWithin(Duration)
  case probe(String, ProbeStatistic)
  /// The time after the load until what a probe reads stays at a level or below.
  case drain(String, to: Double)
  /// The time on cores of a run of a command, in the mean.
  case processorTime
  /// The most memory of any run of a command.
  case peakMemory
  /// What a run of a command wrote: the most, or the least where that is limited.
  case outputSize
  /// From the start of the run to its end.
  case elapsed
  /// What operations counted under a name.
  case counter(String)
  /// The same by the time of the run.
  case counterRate(String)
  /// The rise of a latency from one phase to another, as a share.
  case change(LatencyStatistic, from: String, to: String)

  package static func percentile(_ quantile: Double) -> Quantity { .latency(.percentile(quantile)) }

  /// The share that a percentile is of, in `0...1`; `nil` of what is no percentile.
  package var quantile: Double? {
    switch self {
    case .latency(.percentile(let quantile)), .segment(_, let quantile): quantile
    default: nil
    }
  }

  /// Whether the quantity says how many operations failed.
  package var limitsFailures: Bool {
    switch self {
    case .errorRate, .successRate, .failureRate, .failures: true
    default: false
    }
  }

  /// Whether the quantity is one of operations, so that some of them can be meant.
  package var isOfOperations: Bool {
    switch self {
    case .probe, .drain, .change, .elapsed, .counter, .counterRate: false
    default: true
    }
  }

  /// Whether it is known of parts of a run.
  package var isKnownByWindow: Bool {
    switch self {
    case .latency(.percentile), .latency(.max), .errorRate, .successRate, .count, .throughput,
      .shareWithin:
      true
    default: false
    }
  }

  /// That it is not known of parts of a run, and what is, in words.
  var notKnownByWindow: String {
    "the \(self) is not known by window, as percentiles, max, error rate, success rate, "
      + "share within, count and throughput are"
  }

  /// Whether a limit is a claim about a share of all operations there could be.
  package var isOfShares: Bool {
    switch self {
    case .latency(.percentile), .segment, .errorRate, .successRate, .failureRate, .shareWithin: true
    default: false
    }
  }

  /// Whether nothing that ended is a figure too: none.
  package var isRate: Bool {
    switch self {
    case .count, .throughput: true
    default: false
    }
  }

  /// Whether figures are durations that depend on how fast code is.
  package var isTime: Bool {
    switch self {
    case .latency, .segment, .degradation, .shareWithin, .drain, .change, .throughput,
      .processorTime, .elapsed, .counterRate:
      true
    default: false
    }
  }

  /// The values that there can be, as a plain number.
  package var range: ClosedRange<Double> {
    switch self {
    case .errorRate, .successRate, .failureRate, .shareWithin: 0...1
    case .degradation, .change: -1...(.infinity)
    case .probe: -(.infinity)...(.infinity)
    default: 0...(.infinity)
    }
  }
}

extension Quantity: CustomStringConvertible {
  /// The canonical name: `p95`, `error rate`, `peak pending`.
  package var description: String {
    switch self {
    case .latency(let statistic): "\(statistic)"
    case .segment(let name, let quantile):
      "\(LatencyStatistic.percentile(quantile)) of segment \(NameText.quoted(name))"
    case .errorRate: "error rate"
    case .successRate: "success rate"
    case .failureRate(let failures): "\(failures) rate"
    case .failures(let failures): "\(failures) failures"
    case .count: "count"
    case .throughput(let withFailures): withFailures ? "throughput with failures" : "throughput"
    case .degradation(let first, let last): "degradation first \(first) last \(last)"
    case .processorTime: "cpu time"
    case .peakMemory: "memory peak"
    case .outputSize: "output size"
    case .shareWithin(let limit): "share within \(limit.exactText)"
    case .probe(let name, let statistic): "\(statistic) \(NameText.quoted(name))"
    case .drain(let name, let level):
      "drain \(NameText.quoted(name)) to \(ExactNumber.text(level))"
    case .elapsed: "elapsed"
    case .counter(let name): "counter \(NameText.quoted(name))"
    case .counterRate(let name): "counter \(NameText.quoted(name)) rate"
    case .change(let statistic, let base, let phase):
      "\(statistic) change from phase \(NameText.quoted(base)) to phase \(NameText.quoted(phase))"
    }
  }
}

extension LatencyStatistic: CustomStringConvertible {
  /// The canonical name: `p99.9`, `standard deviation`.
  package var description: String {
    switch self {
    case .percentile(let quantile): "p\(ExactNumber.percent(quantile))"
    case .min: "min"
    case .mean: "mean"
    case .max: "max"
    case .standardDeviation: "standard deviation"
    }
  }
}

extension FailureSelection: CustomStringConvertible {
  /// The canonical name: `throttled`, `"status 503"`.
  package var description: String {
    switch self {
    case .category(let category): "\(category)"
    case .reason(let reason): NameText.alwaysQuoted(reason)
    }
  }
}
