// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a set of recorded durations says: count, minimum, mean, maximum, and any percentile.
///
/// There is no summary of nothing: where no duration was recorded, there is `nil` instead.
/// Percentiles go by nearest rank, without interpolation: the smallest sample with at least the
/// asked share of all samples at or below it. They are exact up to 8,192 samples; beyond, they are
/// at most 0.1 % too high, and never too low.
public struct Summary: Sendable, Equatable {
  /// The number of durations, at least 1.
  public let count: Int
  /// The shortest duration, exact.
  public let min: Duration
  /// The arithmetic mean, rounded to whole nanoseconds.
  public let mean: Duration
  /// The longest duration, exact.
  public let max: Duration
  /// Whether percentiles are exact rather than at most 0.1 % too high.
  public let isExact: Bool

  /// All samples in ascending order; empty unless exact.
  private let sorted: [Int64]
  /// Counts by bucket; empty if exact.
  private let buckets: [UInt64]

  /// Summarizes a histogram; `nil` if it holds no samples.
  ///
  /// - Complexity: O(*n* log *n*) with at most 8,192 samples to sort.
  package init?(_ histogram: Histogram) {
    guard let mean = histogram.mean else { return nil }
    count = histogram.count
    min = .nanoseconds(histogram.minimum)
    self.mean = .nanoseconds(mean)
    max = .nanoseconds(histogram.maximum)
    isExact = histogram.isExact
    sorted = histogram.exact.sorted()
    buckets = histogram.buckets
  }

  /// Returns the percentile of a share, by nearest rank.
  ///
  /// - Parameter quantile: A share in `0...1`; 0.95 asks for the 95th percentile.
  /// - Returns: A duration in ``min``...``max``.
  /// - Precondition: `quantile` is in `0...1`.
  /// - Complexity: O(1) if exact, else O(buckets), at most 55,296 steps.
  public func percentile(_ quantile: Double) -> Duration {
    bounds(ofPercentile: quantile).upperBound
  }

  /// Returns what the percentile of a share certainly lies in: one duration if exact.
  ///
  /// - Parameter quantile: A share in `0...1`.
  /// - Returns: A range in ``min``...``max``, at most 0.1 % wide.
  package func bounds(ofPercentile quantile: Double) -> ClosedRange<Duration> {
    let rank = Percentile.rank(of: quantile, in: count)
    guard !isExact else {
      let sample = Duration.nanoseconds(sorted[rank - 1])
      return sample...sample
    }
    var seen = 0
    for index in buckets.indices {
      seen += Int(buckets[index])
      guard seen < rank else {
        let lowest = Swift.max(.nanoseconds(Bucket.lowestValue(at: index)), min)
        let highest = Swift.min(.nanoseconds(Bucket.highestValue(at: index)), max)
        return lowest...highest
      }
    }
    return max...max
  }

  /// The median.
  public var p50: Duration { percentile(0.50) }
  /// The 90th percentile.
  public var p90: Duration { percentile(0.90) }
  /// The 95th percentile.
  public var p95: Duration { percentile(0.95) }
  /// The 99th percentile.
  public var p99: Duration { percentile(0.99) }
}
