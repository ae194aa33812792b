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

  /// Why there is nothing to read.
  package enum Absence: Error, Hashable {
    case nothingMeasured
    case nothingSucceeded(failed: Int)
    case noTimeElapsed(count: Int)
  }

  /// Reads the quantity.
  ///
  /// - Throws: ``Absence`` where the report holds no such figure; nothing measured is not zero.
  package func value(in report: LoadReport) throws(Absence) -> MetricValue {
    guard report.count > 0 else { throw .nothingMeasured }
    switch self {
    case .percentile(let quantile): return .duration(try latency(in: report).percentile(quantile))
    case .mean: return .duration(try latency(in: report).mean)
    case .max: return .duration(try latency(in: report).max)
    case .errorRate: return .share(try measured(report.errorRate))
    case .successRate: return .share(try measured(report.successRate))
    case .throughput:
      guard let throughput = report.throughput else { throw .noTimeElapsed(count: report.count) }
      return .rate(throughput)
    }
  }

  private func latency(in report: LoadReport) throws(Absence) -> Summary {
    guard let latency = report.latency else {
      throw .nothingSucceeded(failed: report.total.failureCount)
    }
    return latency
  }

  private func measured(_ share: Double?) throws(Absence) -> Double {
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
