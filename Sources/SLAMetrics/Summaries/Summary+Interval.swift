// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the percentile of all operations there could be lies in, by the sample that was measured.
public struct PercentileInterval: Sendable, Hashable {
  /// The lower end, or `nil` where the sample is too small to bound that side.
  public let lower: Duration?
  /// The upper end, or `nil` where the sample is too small to bound that side.
  public let upper: Duration?
  /// How sure the interval is, a share in `0..<1`.
  public let confidence: Double
}

extension Summary {
  /// Returns the interval that a percentile lies in at a confidence, by exact order statistics.
  ///
  /// See ``Percentile/intervalRanks(of:in:confidence:)``. It supposes that operations do not depend on each
  /// other.
  ///
  /// - Parameters:
  ///   - quantile: A share in `0...1`.
  ///   - confidence: A share in `0..<1`.
  /// - Returns: An interval within ``min``...``max``; where percentiles are not exact, its ends are moved
  ///   outwards by at most 0.1 %.
  /// - Precondition: `quantile` is in `0...1`, and `confidence` in `0..<1`.
  public func interval(
    ofPercentile quantile: Double,
    confidence: Double = 0.95
  ) -> PercentileInterval {
    let ranks = Percentile.intervalRanks(of: quantile, in: count, confidence: confidence)
    return PercentileInterval(
      lower: ranks.lower.map { bounds(ofRank: $0).lowerBound },
      upper: ranks.upper.map { bounds(ofRank: $0).upperBound },
      confidence: confidence
    )
  }

  /// Returns the share of durations that are longer than a limit.
  ///
  /// - Parameter limit: A duration, taken to whole nanoseconds.
  /// - Returns: A share in `0...1`. Where percentiles are not exact, durations in the bucket of the limit
  ///   count as longer, so that the share is never too low.
  /// - Complexity: O(log *n*).
  public func share(above limit: Duration) -> Double {
    Double(count(above: limit).most) / Double(count)
  }

  /// Returns how many durations are longer than a limit: the fewest and the most that it can be.
  ///
  /// Not one number only where percentiles are not exact, and the limit falls within a bucket.
  package func count(above limit: Duration) -> (fewest: Int, most: Int) {
    ranks.count(above: limit.wholeNanoseconds)
  }
}
