// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The parts of factorials and binomial terms that stay small where the factorials are huge.
///
/// Logarithms of factorials of a million have eight digits before the point, and their differences
/// lose as many behind it. The saddle-point form subtracts the large parts on paper instead:
/// C. Loader, "Fast and Accurate Computation of Binomial Probabilities", 2000; the series is
/// Stirling's, formula 5.11.1 of the NIST Digital Library, https://dlmf.nist.gov/5.11.
package enum StirlingError {
  /// Returns the error of Stirling's formula: ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π.
  ///
  /// For z of at least 1 the error is at most 5e-15. Below 16 the formula is moved up by
  /// δ(z) = δ(z + 1) + (z + ½) ln(1 + 1/z) − 1.
  ///
  /// - Parameter argument: z, above 0.
  /// - Returns: About 1 / (12 z).
  /// - Complexity: O(1).
  package static func value(at argument: Double) -> Double {
    var moved = 0.0
    var z = argument
    while z < 16 {
      moved += (z + 0.5) * logarithm(onePlus: 1 / z) - 1
      z += 1
    }
    // The first term left out is 1 / (156 z¹³), 1e-18 at 16.
    let s = 1 / (z * z)
    let series = 1 / 1_188.0 - s * 691 / 360_360
    return moved + (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1_260.0 - s * (1 / 1_680.0 - s * series))))
      / z
  }

  /// Returns the deviance k ln(k / m) − k + m, with all digits where k is close to m.
  ///
  /// - Parameters:
  ///   - count: k, above 0.
  ///   - mean: m, above 0.
  ///   - difference: k − m, which the caller may know better than these two tell.
  /// - Returns: A number in `0...`.
  package static func deviance(of count: Double, mean: Double, difference: Double) -> Double {
    let u = difference / mean
    guard abs(u) < 0.3 else {
      return count * (logarithm(count) - logarithm(mean)) - difference
    }
    // m ((1 + u) ln(1 + u) − u), where ln(1 + u) − u comes from the series of artanh(u / (2 + u)).
    let r = u / (2 + u)
    var power = 2 * r * r * r
    var rest = 0.0
    var k = 3.0
    while true {
      let next = rest + power / k
      guard next != rest else { break }
      rest = next
      power *= r * r
      k += 2
    }
    return mean * ((1 + u) * (rest - r * u) + u * u)
  }
}
