// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// By what factor a change has moved a percentile, and how sure that is.
///
/// The interval is that of the percentile bootstrap: each set of samples is drawn anew from itself,
/// with replacement, and the middle share of the ratios that come out is the interval. B. Efron,
/// "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7 (1979),
/// https://doi.org/10.1214/aos/1176344552. Percentiles go by nearest rank (``Percentile``).
///
/// No resample is made: the sample of rank r of n drawn from n has a random rank, which one beta
/// draw gives, with the distribution that n draws and a sort would give.
///
/// Near the maximum (as a rule of thumb, with fewer than 10 / (1 − quantile) samples) the bootstrap
/// knows too little of the tail, and its interval is too narrow.
public struct PercentileRatio: Sendable, Equatable {
  /// The percentile after, by the percentile before: 1.1 is a tenth more.
  public let ratio: Double
  /// The interval of the ratio; its end is infinite where resamples of *before* have a percentile of
  /// 0 or less.
  public let interval: ClosedRange<Double>

  /// Compares a percentile of two sets of samples.
  ///
  /// `nil` if a set is empty, or if the percentile before is 0 or less. If all samples of each set
  /// are equal, the interval is the ratio alone.
  ///
  /// - Parameters:
  ///   - quantile: A share in `0...1`.
  ///   - before: Whole numbers of one unit, as nanoseconds, in any order.
  ///   - after: Numbers of the same unit.
  ///   - confidence: The share of the ratios that the interval covers, in `0..<1`.
  ///   - resamples: How often samples are drawn, at least 1; 2,000 settle the ends of a 95 %
  ///     interval.
  ///   - seed: The start of the random numbers: the same seed gives the same interval.
  /// - Precondition: `quantile`, `confidence` and `resamples` are in their ranges.
  /// - Complexity: O(n + m) for two radix sorts, and O(1) for each resample.
  public init?(
    of quantile: Double,
    before: [Int64],
    after: [Int64],
    confidence: Double = 0.95,
    resamples: Int = 2_000,
    seed: UInt64 = 0x5EED
  ) {
    Percentile.requireQuantile(quantile)
    Confidence.require(confidence)
    trap(unless: resamples >= 1, "resamples must be at least 1 (was \(resamples))")
    guard !before.isEmpty && !after.isEmpty else { return nil }
    let (before, after) = (before.radixSorted(), after.radixSorted())
    let rankBefore = Percentile.rank(of: quantile, in: before.count)
    let rankAfter = Percentile.rank(of: quantile, in: after.count)
    guard before[rankBefore - 1] > 0 else { return nil }
    ratio = Double(after[rankAfter - 1]) / Double(before[rankBefore - 1])

    var draw = BetaDraw(seed: seed)
    var ratios: [Double] = []
    ratios.reserveCapacity(resamples)
    for _ in 0..<resamples {
      let divisor = before[draw.resampledRank(rankBefore, of: before.count) - 1]
      let dividend = after[draw.resampledRank(rankAfter, of: after.count) - 1]
      ratios.append(divisor > 0 ? Double(dividend) / Double(divisor) : .infinity)
    }
    ratios.sort()
    let tail = (1 - confidence) / 2
    let low = Percentile.rank(of: tail, in: resamples)
    let high = Percentile.rank(of: 1 - tail, in: resamples)
    interval = ratios[low - 1]...ratios[high - 1]
  }
}
