// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The regularized incomplete beta function: both tails of a beta distribution, and of a binomial.
///
/// I(x; a, b) = ∫₀ˣ tᵃ⁻¹(1 − t)ᵇ⁻¹ dt / B(a, b), for a and b in `1...1e9`. The chance that at least
/// k of n trials succeed, each with chance p, is I(p; k, n − k + 1).
///
/// The smaller tail is xᵃ(1 − x)ᵇ / B(a, b) times a continued fraction of positive terms, so that
/// nothing cancels: A. R. DiDonato, A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992),
/// https://doi.org/10.1145/131766.131776; the factor in front as in `StirlingError`. Against
/// 40-digit arithmetic a tail is off by a few times 1e-14 of itself, also where it is 1e-200; its
/// logarithm is right where the tail itself is below the smallest `Double`.
package struct IncompleteBeta: Sendable {
  private let a: Double
  private let b: Double
  private let logFactor: Double

  /// Creates the function of two shape parameters.
  ///
  /// - Parameters:
  ///   - a: The first shape, in `1...1e9`.
  ///   - b: The second shape, in `1...1e9`.
  package init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    let sum = a + b
    let twoPi = 2 * Double.pi
    logFactor =
      StirlingError.value(at: sum) - StirlingError.value(at: a) - StirlingError.value(at: b)
      + logarithm(a / sum * b / twoPi) / 2
  }

  /// Returns I(x; a, b) for x in `0...1`.
  ///
  /// - Complexity: O(√(a + b)) next to the mean a / (a + b), O(1) far from it.
  package func lower(at x: Double) -> Double {
    exponential(logTails(at: x).lower)
  }

  /// Returns 1 − I(x; a, b) for x in `0...1`, with all digits where it is tiny.
  package func upper(at x: Double) -> Double {
    exponential(logTails(at: x).upper)
  }

  /// Returns the logarithms of I(x; a, b) and of 1 − I(x; a, b), −∞ for a tail of 0.
  package func logTails(at x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (-.infinity, 0) }
    guard x < 1 else { return (0, -.infinity) }
    let excess = excess(at: x)
    let smaller = min(logDensity(at: x) + logScaledTail(at: x, excess: excess), 0)
    let larger = logarithm(onePlus: -exponential(smaller))
    return excess >= 0 ? (smaller, larger) : (larger, smaller)
  }

  /// Returns the logarithms of both tails by xᵃ(1 − x)ᵇ / B(a, b), for x above 0 and below 1.
  ///
  /// A tail and this factor may both be far below the smallest `Double`; their ratio is not.
  package func logScaledTails(at x: Double) -> (lower: Double, upper: Double) {
    let excess = excess(at: x)
    let density = logDensity(at: x)
    let smaller = logScaledTail(at: x, excess: excess)
    let larger = logarithm(onePlus: -exponential(min(density + smaller, 0))) - density
    return excess >= 0 ? (smaller, larger) : (larger, smaller)
  }

  /// a − (a + b) x in one rounding: above 0 if x is below the mean.
  private func excess(at x: Double) -> Double { a.addingProduct(-(a + b), x) }

  /// ln(xᵃ(1 − x)ᵇ / B(a, b)).
  private func logDensity(at x: Double) -> Double {
    let excess = excess(at: x)
    // 1 − x has lost digits of a small x; b + excess is (a + b)(1 − x) with all of them.
    return logFactor
      - StirlingError.deviance(of: a, mean: (a + b) * x, difference: excess)
      - StirlingError.deviance(of: b, mean: b + excess, difference: -excess)
  }

  /// The logarithm of the smaller tail by xᵃ(1 − x)ᵇ / B(a, b).
  private func logScaledTail(at x: Double, excess: Double) -> Double {
    excess >= 0
      ? -logarithm(Self.fraction(x, a, b, excess))
      : -logarithm(Self.fraction(1 - x, b, a, -excess))
  }

  /// The continued fraction BFRAC of Algorithm 708, by the method of Lentz in Thompson and
  /// Barnett's form, https://doi.org/10.1016/0021-9991(86)90046-X.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double, _ excess: Double) -> Double {
    var value = a * (excess + 1) / (a + 1)
    var c = value
    var d = 0.0
    var m = 1.0
    while true {
      let q = a + 2 * m - 1
      let numerator = (a + m - 1) / q * ((a + b + m - 1) / q) * (m * (b - m) * x * x)
      let denominator =
        m + m * (b - m) * x / q + (a + m) / (q + 2) * (excess + 1 + m * (2 - x))
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      value *= c * d
      guard abs(c * d - 1) > .ulpOfOne else { return value }
      m += 1
    }
  }
}

// MARK: - Inverse

extension IncompleteBeta {
  /// Returns the x whose lower tail I(x; a, b) is given; 0 for a tail of 0, and 1 for one of 1.
  ///
  /// - Parameter tail: A share in `0...1`.
  /// - Returns: x in `0...1`, to about 1e-14 of itself.
  /// - Complexity: About ten evaluations.
  package func argument(lowerTail tail: Double) -> Double {
    guard tail > 0 else { return 0 }
    guard tail < 1 else { return 1 }
    return tail <= 0.5 ? solve(tail, isLower: true) : solve(1 - tail, isLower: false)
  }

  /// Returns the x whose upper tail 1 − I(x; a, b) is given; 1 for a tail of 0, and 0 for one of 1.
  package func argument(upperTail tail: Double) -> Double {
    guard tail > 0 else { return 1 }
    guard tail < 1 else { return 0 }
    return tail <= 0.5 ? solve(tail, isLower: false) : solve(1 - tail, isLower: true)
  }

  /// Newton's method on the logarithm of the tail over ln x, where it is concave, so that the steps
  /// approach from one side; halving where a step would leave what is known to hold the root.
  private func solve(_ tail: Double, isLower: Bool) -> Double {
    let target = logarithm(tail)
    // ln x lies between these: the smallest tail is 1e-308, and its x at least that.
    var (low, high) = (-745.0, 0.0)
    var t = logarithm(a / (a + b))
    for _ in 0..<200 {
      let x = exponential(t)
      let tails = logTails(at: x)
      let current = isLower ? tails.lower : tails.upper
      if (current < target) == isLower { low = t } else { high = t }
      // d ln I / d ln x = xᵃ(1 − x)ᵇ⁻¹ / (B I), negative for the upper tail.
      let slope = exponential(logDensity(at: min(x, 1 - .ulpOfOne / 2)) - current) / (1 - x)
      var next = t - (current - target) / (isLower ? slope : -slope)
      if !(next > low && next < high) { next = (low + high) / 2 }
      guard abs(next - t) > 4 * .ulpOfOne * max(1, abs(t)) else { return exponential(next) }
      t = next
    }
    return exponential(t)
  }
}
