// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a set of recorded durations says: count, minimum, mean, maximum, and any percentile.
///
/// There is no summary of nothing: where no duration was recorded, there is `nil` instead.
/// Percentiles go by nearest rank, without interpolation: the smallest sample with at least the
/// asked share of all samples at or below it. They are exact up to 8,192 samples of a recorder, and of any
/// number of durations that you give; otherwise they are at most 0.1 % too high, and never too low.
///
/// Two summaries are equal if they say the same of the durations, in whatever order those came.
public struct Summary: Sendable {
  /// The number of durations, at least 1.
  public let count: Int
  /// The shortest duration, exact.
  public let min: Duration
  /// The arithmetic mean, rounded to whole nanoseconds.
  public let mean: Duration
  /// The longest duration, exact.
  public let max: Duration
  /// The standard deviation of the sample, in `0...`; `nil` of a single duration.
  ///
  /// √(Σ(x − mean)² / (n − 1)); where percentiles are not exact, each x is the middle of its bucket, at most
  /// 0.05 % off.
  public let standardDeviation: Duration?
  /// Whether percentiles are exact rather than at most 0.1 % too high.
  public var isExact: Bool { ranks.isExact }
  /// What was recorded that is no duration within the range of a recorder.
  public let irregularities: Irregularities

  /// The sum of all durations in nanoseconds, exact.
  let sum: Int128
  /// Samples by their rank.
  package let ranks: RankedSamples
  /// Samples by the order in which they ended.
  package let order: CompletionOrder

  /// Summarizes a histogram; `nil` if it holds no samples.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  package init?(_ histogram: Histogram) {
    guard let mean = histogram.mean else { return nil }
    count = histogram.count
    sum = histogram.sum
    min = .nanoseconds(histogram.minimum)
    self.mean = .nanoseconds(mean)
    max = .nanoseconds(histogram.maximum)
    irregularities = histogram.irregularities
    ranks = RankedSamples(histogram)
    order = CompletionOrder(histogram)
    standardDeviation = ranks.standardDeviation(
      mean: Double(histogram.sum) / Double(histogram.count)
    )
    .map { .nanoseconds(Int64($0.rounded())) }
  }

  /// Summarizes durations exactly, however many; `nil` if there are none.
  ///
  /// - Parameter durations: Durations in order of completion, taken to whole nanoseconds. Negative ones
  ///   are counted apart.
  /// - Complexity: O(*n*).
  public init?(_ durations: some Sequence<Duration>) {
    self.init(nanoseconds: durations.map(\.wholeNanoseconds))
  }

  /// Summarizes durations in nanoseconds exactly, however many; `nil` if there are none.
  ///
  /// - Parameter samples: Durations in order of completion. Negative ones are counted apart.
  /// - Complexity: O(*n*).
  public init?(nanoseconds samples: [Int64]) {
    self.init(Histogram(of: samples))
  }

  /// Returns the percentile of a share, by nearest rank.
  ///
  /// - Parameter quantile: A share in `0...1`; 0.95 asks for the 95th percentile.
  /// - Returns: A duration in ``min``...``max``.
  /// - Precondition: `quantile` is in `0...1`.
  /// - Complexity: O(1) if exact, else O(log buckets).
  public func percentile(_ quantile: Double) -> Duration {
    bounds(ofPercentile: quantile).upperBound
  }

  /// Returns what the percentile of a share certainly lies in: one duration if exact.
  ///
  /// - Parameter quantile: A share in `0...1`.
  /// - Returns: A range in ``min``...``max``, at most 0.1 % wide.
  package func bounds(ofPercentile quantile: Double) -> ClosedRange<Duration> {
    bounds(ofRank: Percentile.rank(of: quantile, in: count))
  }

  /// Returns what the sample of a rank in `1...count` certainly lies in.
  package func bounds(ofRank rank: Int) -> ClosedRange<Duration> {
    let (lowest, highest) = ranks.bounds(of: rank)
    return Swift.max(.nanoseconds(lowest), min)...Swift.min(.nanoseconds(highest), max)
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

extension Summary: CustomStringConvertible {
  /// The figures in a line: `240 durations, min 1 ms, mean 9 ms, p50 8 ms, p95 20 ms, p99 31 ms, max 40 ms`.
  public var description: String {
    let figures = [
      ("min", min), ("mean", mean), ("p50", p50), ("p95", p95), ("p99", p99), ("max", max),
    ]
    return "\(count) \(count == 1 ? "duration" : "durations"), "
      + figures.map { "\($0) \($1.exactText)" }.joined(separator: ", ")
  }
}

extension Summary: Equatable {
  /// Whether two summaries say the same of the durations, in whatever order those came.
  public static func == (left: Summary, right: Summary) -> Bool {
    left.count == right.count && left.min == right.min && left.mean == right.mean
      && left.max == right.max && left.irregularities == right.irregularities
      && left.ranks == right.ranks
  }
}
