// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Whether and how fast a series rises or falls while it is measured: a leak, a warm-up, a backlog.
///
/// The test is that of Mann and Kendall: S is the number of rising pairs of samples less that of
/// falling ones, τ_b = S / √(P·(P − T)) with P pairs in all and T of equal samples, and the
/// two-sided p-value erfc(z/√2) with z = S / √(Σ' / 18), Σ' = n(n − 1)(2n + 5) − Σt(t − 1)(2t + 5)
/// over groups of t equal samples, without a correction for continuity. M. G. Kendall, "A New
/// Measure of Rank Correlation", Biometrika 30 (1938), https://doi.org/10.1093/biomet/30.1-2.81; H.
/// B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945),
/// https://doi.org/10.2307/1907187.
///
/// The slope is that of Theil and Sen, the median of the slopes between all pairs, and its interval
/// Sen's: P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", Journal of
/// the American Statistical Association 63 (1968), https://doi.org/10.1080/01621459.1968.10480934.
///
/// Samples that depend on their neighbours, as those of one long pause, make p-values too small.
public struct Trend: Sendable, Equatable {
  /// Kendall's τ_b of the samples and their order, in `-1...1`; 0 if all samples are equal.
  public let kendallTau: Double
  /// The chance of so large a τ without a trend, in `0...1`; 1 if all samples are equal.
  public let pValue: Double
  /// The median change from one sample to the next, in the unit of the samples.
  public let slopePerSample: Double
  /// The 95 % interval of that change, in the same unit; all slopes if they are few.
  public let slopeInterval: ClosedRange<Double>

  /// Examines a series; `nil` with fewer than two samples, which have no slope.
  ///
  /// If all samples are equal, τ is 0, the p-value 1, and the slope 0 in `0...0`.
  ///
  /// - Parameter series: Whole numbers of one unit, as nanoseconds, in the order of completion.
  /// - Complexity: O(*n* log² *n*) expected time and O(*n*) memory.
  public init?(_ series: [Int64]) {
    guard series.count >= 2 else { return nil }
    let slopes = PairSlopes(series)
    let signs = slopes.signs
    let pairs = slopes.count
    let score = Double(pairs - signs.flat - 2 * signs.falling)
    let variance = Self.scoreVariance(slopes.values)
    if variance > 0 {
      let unequal = Double(pairs - signs.flat)
      kendallTau = min(max(score / Double(pairs).squareRoot() / unequal.squareRoot(), -1), 1)
      pValue = errorFunctionComplement(abs(score) / (2 * variance).squareRoot())
    } else {
      (kendallTau, pValue) = (0, 1)
    }

    let lowMiddle = slopes.slope(ofRank: (pairs + 1) / 2)
    let isOdd = !pairs.isMultiple(of: 2)
    slopePerSample = isOdd ? lowMiddle : (lowMiddle + slopes.slope(ofRank: pairs / 2 + 1)) / 2
    // Sen's ranks (P ± z·σ) / 2, rounded half to even, with the normal distribution's quantile z.
    let reach = 1.959963984540054 * variance.squareRoot()
    let low = Int(((Double(pairs) - reach) / 2).rounded(.toNearestOrEven))
    let high = Int(((Double(pairs) + reach) / 2).rounded(.toNearestOrEven)) + 1
    slopeInterval =
      slopes.slope(ofRank: max(low, 1))...slopes.slope(ofRank: min(high, pairs))
  }

  /// The variance of S without a trend, 0 if all samples are equal.
  private static func scoreVariance(_ values: [Int64]) -> Double {
    func term(_ count: Int) -> Double {
      let t = Double(count)
      return t * (t - 1) * (2 * t + 5)
    }
    let sorted = values.radixSorted()
    var ties = 0.0
    var start = 0
    for index in 1...sorted.count where index == sorted.count || sorted[index] != sorted[start] {
      ties += term(index - start)
      start = index
    }
    return (term(sorted.count) - ties) / 18
  }
}
