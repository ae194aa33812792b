// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The nearest-rank rule for percentiles: always a sample that was taken, never one in between.
///
/// A quantile is a share in `0...1`; 0.95 asks for the 95th percentile.
public enum Percentile {
  /// Returns the rank of a quantile: the fewest samples that make up at least that share of all.
  ///
  /// ⌈quantile · count⌉, and 1 for a quantile of 0. The product is taken as the decimal number
  /// that was written: 0.07 · 100 is 7, although the nearest binary fractions multiply to
  /// 7.000000000000001. Definition 1 of Hyndman and Fan, "Sample Quantiles in Statistical
  /// Packages", The American Statistician 50 (1996), https://doi.org/10.2307/2684934.
  ///
  /// - Parameters:
  ///   - quantile: A share in `0...1`.
  ///   - count: The number of samples, at least 1.
  /// - Returns: A rank in `1...count`.
  /// - Precondition: `quantile` is in `0...1` and not NaN, and `count` is at least 1.
  /// - Complexity: O(1).
  public static func rank(of quantile: Double, in count: Int) -> Int {
    requireQuantile(quantile)
    trap(unless: count >= 1, "count must be at least 1, as nothing has no rank (was \(count))")
    let rank = roundedUp(quantile * Double(count), tolerance: 2 * .ulpOfOne)
    return min(max(Int(rank), 1), count)
  }

  /// Returns how many samples it takes before a quantile is no longer their maximum.
  ///
  /// The fewest for which the nearest rank is below the last one: ⌈1 / (1 − quantile)⌉, 20 for the
  /// 95th percentile.
  ///
  /// - Parameter quantile: A share in `0...1`.
  /// - Returns: At least 1, or `nil` for a quantile of 1, which is the maximum of any number.
  /// - Precondition: `quantile` is in `0...1` and not NaN.
  /// - Complexity: O(1).
  public static func samplesNeeded(for quantile: Double) -> Int? {
    requireQuantile(quantile)
    guard quantile < 1 else { return nil }
    // 1 − 0.9 loses a digit or two: the tolerance is that of a share with nine nines.
    return Int(roundedUp(1 / (1 - quantile), tolerance: 1e-6))
  }

  /// Rounds up, but a number that misses a whole one by no more than a tolerance is that one.
  private static func roundedUp(_ number: Double, tolerance: Double) -> Double {
    let whole = number.rounded()
    return abs(number - whole) <= tolerance * number ? whole : number.rounded(.up)
  }

  /// Traps unless a number is a share; a percentile given in percent is the usual mistake.
  package static func requireQuantile(_ quantile: Double) {
    trap(
      unless: quantile >= 0 && quantile <= 1,
      "quantile must be in 0...1, as 0.95 for the 95th percentile (was \(quantile))"
    )
  }
}
