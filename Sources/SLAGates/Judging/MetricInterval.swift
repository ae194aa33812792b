// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What the figure of all operations there could be lies in, by the sample that was measured.
public struct MetricInterval: Sendable, Hashable {
  /// The lower end, or `nil` where the sample is too small to bound that side.
  public let lower: MetricValue?
  /// The upper end, or `nil` where the sample is too small to bound that side.
  public let upper: MetricValue?
  /// How sure the interval is, a share in `0..<1`.
  public let confidence: Double

  package init(lower: MetricValue?, upper: MetricValue?, confidence: Double) {
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
  }

  /// The interval of a percentile, by exact order statistics.
  static func percentile(
    _ quantile: Double,
    of summary: Summary,
    _ confidence: Double
  ) -> MetricInterval {
    let interval = summary.interval(ofPercentile: quantile, confidence: confidence)
    return MetricInterval(
      lower: interval.lower.map { .duration($0) },
      upper: interval.upper.map { .duration($0) },
      confidence: confidence
    )
  }

  /// The interval of a share, by the bounds of Clopper and Pearson on either side; see `ProportionBound`.
  static func share(_ part: Int, of total: Int, _ confidence: Double) -> MetricInterval? {
    guard total > 0 else { return nil }
    let side = (1 + confidence) / 2
    return MetricInterval(
      lower: .share(ProportionBound.lower(part, of: total, confidence: side)),
      upper: .share(ProportionBound.upper(part, of: total, confidence: side)),
      confidence: confidence
    )
  }
}
