// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// What a metric reads off a report.
package enum Quantity: Sendable, Hashable {
  /// A percentile of the latency of successes; a share in `0...1`.
  case percentile(Double)
  case mean
  case max
  case errorRate
  case successRate
  case throughput

  /// Reads the quantity, as it must be compared with a limit.
  ///
  /// Where a percentile is known only to 0.1 %, it is the end of that range that makes the limit
  /// harder to keep.
  ///
  /// - Parameters:
  ///   - report: What was measured.
  ///   - relation: How the figure is going to be compared.
  /// - Returns: The figure.
  /// - Throws: Why the report holds no such figure; nothing measured is not zero.
  package func value(
    in report: LoadReport,
    for relation: Relation
  ) throws(Indecision) -> MetricValue {
    guard report.count > 0 else { throw .nothingMeasured }
    switch self {
    case .percentile(let quantile):
      let bounds = try latency(in: report).bounds(ofPercentile: quantile)
      return .duration(relation.isUpperLimit ? bounds.upperBound : bounds.lowerBound)
    case .mean: return .duration(try latency(in: report).mean)
    case .max: return .duration(try latency(in: report).max)
    case .errorRate: return .share(try measured(report.errorRate))
    case .successRate: return .share(try measured(report.successRate))
    case .throughput: return .rate(try throughput(in: report))
    }
  }

  private func latency(in report: LoadReport) throws(Indecision) -> Summary {
    guard let latency = report.latency else {
      let unmeasured = report.irregularities.unmeasured
      throw unmeasured > 0
        ? .nothingMeasurable(unmeasured) : .nothingSucceeded(failed: report.count)
    }
    return latency
  }

  private func throughput(in report: LoadReport) throws(Indecision) -> Rate {
    guard report.elapsed != nil else { throw .timesUnknown }
    guard report.latency != nil || report.irregularities.unmeasured == 0 else {
      throw .nothingMeasurable(report.irregularities.unmeasured)
    }
    guard let throughput = report.throughput else { throw .noTimeElapsed }
    return throughput
  }

  private func measured(_ share: Double?) throws(Indecision) -> Double {
    guard let share else { throw .nothingMeasured }
    return share
  }

  /// Whether the quantity says how many operations failed.
  package var limitsFailures: Bool { self == .errorRate || self == .successRate }
}

extension Quantity: CustomStringConvertible {
  /// The canonical name: `p95`, `p99.9`, `error rate`.
  package var description: String {
    switch self {
    case .percentile(let quantile): "p\(ExactNumber.percent(quantile))"
    case .mean: "mean"
    case .max: "max"
    case .errorRate: "error rate"
    case .successRate: "success rate"
    case .throughput: "throughput"
    }
  }
}
