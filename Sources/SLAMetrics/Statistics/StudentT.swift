// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Student's t distribution: the quantiles that intervals of means need.
///
/// With x = (1 + t / √(ν + t²)) / 2 the lower tail of t is I(x; ν/2, ν/2), a beta distribution that is symmetric about
/// ½: "Student", "The Probable Error of a Mean", Biometrika 6 (1908), https://doi.org/10.1093/biomet/6.1.1; N. L.
/// Johnson and others, "Continuous Univariate Distributions 2", 1995, chapter 28.
package enum StudentT {
  /// Returns the t below which a share of the distribution lies.
  ///
  /// - Parameters:
  ///   - probability: A share, above 0 and below 1.
  ///   - degrees: The degrees of freedom ν, in `1...1e9`; they need not be whole.
  /// - Returns: t, to about 1e-9 of itself.
  /// - Precondition: Both are in their range.
  /// - Complexity: About ten evaluations of the incomplete beta function, and a hundred below ν = 2.
  package static func quantile(_ probability: Double, degreesOfFreedom degrees: Double) -> Double {
    trap(
      unless: probability > 0 && probability < 1,
      "a probability must be above 0 and below 1 (was \(probability))"
    )
    trap(
      unless: degrees >= 1 && degrees <= 1e9,
      "degrees of freedom must be in 1...1e9 (were \(degrees))"
    )
    guard probability != 0.5 else { return 0 }
    let tail = min(probability, 1 - probability)
    let shape = degrees / 2
    let x =
      shape >= 1
      ? IncompleteBeta(shape, shape).argument(lowerTail: tail) : argument(tail, shape: shape)
    let t = (1 - 2 * x) / (2 * (x * (1 - x)).squareRoot()) * degrees.squareRoot()
    return probability < 0.5 ? -t : t
  }

  /// The x below ½ whose lower tail is given, by halving, where a shape is below 1.
  ///
  /// I(x; a, a) = I(x; a + 1, a + 1) + xᵃ⁺¹(1 − x)ᵃ⁺¹ / B(a + 1, a + 1) · (1 − 2x) / (2(2a + 1) x(1 − x)):
  /// DLMF 8.17.20 and 8.17.21, https://dlmf.nist.gov/8.17.
  private static func argument(_ tail: Double, shape: Double) -> Double {
    let beta = IncompleteBeta(shape + 1, shape + 1)
    var (low, high) = (logarithm(Double.leastNormalMagnitude), logarithm(0.5))
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let x = exponential(middle)
      let lower = beta.logTails(at: x).lower
      let density = exponential(lower - beta.logScaledTails(at: x).lower)
      let rest = density * (1 - 2 * x) / (2 * (2 * shape + 1) * x * (1 - x))
      if exponential(lower) + rest < tail { low = middle } else { high = middle }
    }
    return exponential((low + high) / 2)
  }
}
