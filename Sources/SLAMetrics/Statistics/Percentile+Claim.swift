// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Percentile {
  /// Returns how many samples show that a percentile keeps a limit, if few enough exceed it.
  ///
  /// The claim is "at most 1 − p of all operations exceed the limit". The fewest n for which so few
  /// beyond the limit would be a rare event if the claim were false: P(B ≤ k) ≤ 1 − confidence for
  /// B binomial with n trials of chance 1 − p; for k = 0 that is ⌈ln(1 − confidence) / ln p⌉. S. S.
  /// Wilks, "Determination of Sample Sizes for Setting Tolerance Limits", Annals of Mathematical
  /// Statistics 12 (1941), https://doi.org/10.1214/aoms/1177731788.
  ///
  /// ```swift
  /// Percentile.samplesNeeded(toShow: 0.95, confidence: 0.95)  // 59
  /// ```
  ///
  /// - Parameters:
  ///   - quantile: p, a share in `0...1`.
  ///   - confidence: A share in `0..<1`.
  ///   - exceeding: k, how many of the samples exceed the limit, in `0...`.
  /// - Returns: At least `exceeding + 1`, since nothing shows nothing; `nil` for a quantile of 1,
  ///   which no number of samples shows.
  /// - Precondition: `quantile`, `confidence` and `exceeding` are in their ranges.
  /// - Complexity: O(1) for none exceeding, else O(log n) tails of the binomial distribution.
  public static func samplesNeeded(
    toShow quantile: Double,
    confidence: Double,
    exceeding: Int = 0
  ) -> Int? {
    requireQuantile(quantile)
    trap(unless: exceeding >= 0, "exceeding must not be negative (was \(exceeding))")
    let allowed = Confidence.allowedError(at: confidence)
    guard quantile < 1 else { return nil }
    let fewest = exceeding + 1
    guard quantile > 0 else { return fewest }
    if exceeding == 0 {
      return max(Int((logarithm(allowed) / logarithm(quantile)).rounded(.up)), fewest)
    }
    func suffice(_ count: Int) -> Bool {
      IncompleteBeta(Double(count - exceeding), Double(fewest)).lower(at: quantile) <= allowed
    }
    var step = 1
    while !suffice(exceeding + step) { step *= 2 }
    var (low, high) = (exceeding + step / 2, exceeding + step)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if suffice(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
