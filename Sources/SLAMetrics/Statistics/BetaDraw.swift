// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Random draws from beta distributions: the order statistics of uniform samples.
///
/// The r-th smallest of n uniform samples is distributed as Beta(r, n − r + 1), so that one draw
/// stands for n: L. Devroye, "Non-Uniform Random Variate Generation", 1986,
/// https://doi.org/10.1007/978-1-4613-8643-8. A beta draw is X / (X + Y) of two gamma draws, by G.
/// Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000),
/// https://doi.org/10.1145/358407.358414.
package struct BetaDraw: Sendable {
  private var generator: SplitMix64

  /// Creates a source whose draws follow from the seed.
  package init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Draws the rank among n samples of the sample of rank r of a bootstrap resample of them.
  ///
  /// - Parameters:
  ///   - rank: r, in `1...count`.
  ///   - count: n, at least 1.
  /// - Returns: A rank in `1...count`.
  /// - Complexity: O(1).
  package mutating func resampledRank(_ rank: Int, of count: Int) -> Int {
    let share = beta(Double(rank), Double(count - rank + 1))
    return min(Int(share * Double(count)) + 1, count)
  }

  /// Draws from Beta(a, b), for a and b of at least 1: a share in `0...1`.
  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(a)
    return x / (x + gamma(b))
  }

  /// Draws from the gamma distribution of a shape of at least 1, and scale 1.
  private mutating func gamma(_ shape: Double) -> Double {
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if logarithm(share()) < x * x / 2 + d - d * v + d * logarithm(v) { return d * v }
    }
  }

  /// Draws from the standard normal distribution, by the polar method of Marsaglia and Bray, 1964,
  /// https://doi.org/10.1137/1006063.
  private mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * share() - 1, 2 * share() - 1)
      let square = x * x + y * y
      if square > 0 && square < 1 {
        return x * (-2 * logarithm(square) / square).squareRoot()
      }
    }
  }

  /// Draws from the 2⁵³ evenly spaced numbers above 0 and up to 1.
  private mutating func share() -> Double {
    Double(generator.next() >> 11 + 1) * 0x1p-53
  }
}
