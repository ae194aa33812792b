// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Exact one-sided bounds of a share of which a sample was seen: Clopper and Pearson's.
///
/// With k of n seen, the lower bound is the share at which k or more, and the upper bound the share
/// at which k or fewer, would be seen with a chance of 1 − confidence only: quantiles of beta
/// distributions. They are never too tight, at any n. C. J. Clopper, E. S. Pearson, "The Use of
/// Confidence or Fiducial Limits", Biometrika 26 (1934), https://doi.org/10.1093/biomet/26.4.404.
///
/// One look at the end of a run is what they are for. Who looks again and again, and stops as soon
/// as the bound is good, needs ``SequentialEvidence``.
public enum ProportionBound {
  /// Returns the share that the true one exceeds, at a confidence.
  ///
  /// Solves I(x; k, n − k + 1) = 1 − confidence; (1 − confidence)^(1/n) for k = n.
  ///
  /// - Parameters:
  ///   - count: k, in `0...n`.
  ///   - total: n, in `0...`; tested up to a million.
  ///   - confidence: A share in `0..<1`, of this one side.
  /// - Returns: A share in `0...1`; 0 for k = 0, and so for n = 0.
  /// - Precondition: `count`, `total` and `confidence` are in their ranges.
  /// - Complexity: About ten tails of O(√n) at most.
  public static func lower(_ count: Int, of total: Int, confidence: Double) -> Double {
    require(count, of: total)
    Confidence.require(confidence)
    guard count > 0 else { return 0 }
    guard count < total else { return exponential(logarithm(1 - confidence) / Double(total)) }
    return IncompleteBeta(Double(count), Double(total - count + 1))
      .argument(lowerTail: 1 - confidence)
  }

  /// Returns the share that the true one stays below, at a confidence.
  ///
  /// Solves I(x; k + 1, n − k) = confidence; 1 − (1 − confidence)^(1/n) for k = 0.
  ///
  /// - Parameters:
  ///   - count: k, in `0...n`.
  ///   - total: n, in `0...`; tested up to a million.
  ///   - confidence: A share in `0..<1`, of this one side.
  /// - Returns: A share in `0...1`; 1 for k = n, and so for n = 0.
  /// - Precondition: `count`, `total` and `confidence` are in their ranges.
  /// - Complexity: About ten tails of O(√n) at most.
  public static func upper(_ count: Int, of total: Int, confidence: Double) -> Double {
    require(count, of: total)
    Confidence.require(confidence)
    guard count < total else { return 1 }
    guard count > 0 else {
      return -exponentialMinusOne(logarithm(1 - confidence) / Double(total))
    }
    return IncompleteBeta(Double(count + 1), Double(total - count))
      .argument(upperTail: 1 - confidence)
  }

  private static func require(_ count: Int, of total: Int) {
    trap(
      unless: count >= 0 && count <= total,
      "count must be in 0...total, as 3 of 100 (was \(count) of \(total))"
    )
  }
}
