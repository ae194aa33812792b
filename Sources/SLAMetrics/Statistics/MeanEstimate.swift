// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A mean that was estimated, with how far it may be off.
///
/// Intervals are mean ± t · standard error, by Student's t: they take what was averaged for independent, of equal
/// variance, and near enough to normal that the mean of so many is. Differences are B. L. Welch's, "The Generalization
/// of 'Student's' Problem", Biometrika 34 (1947), https://doi.org/10.1093/biomet/34.1-2.28, with the degrees of freedom
/// of F. E. Satterthwaite, Biometrics Bulletin 2 (1946), https://doi.org/10.2307/3002019.
package struct MeanEstimate: Sendable, Equatable {
  /// The mean, in the unit of what was averaged.
  package let mean: Double
  /// The variance of the mean, in the square of that unit, in `0...`.
  package let variance: Double
  /// In `1...`.
  package let degreesOfFreedom: Double

  /// Creates an estimate.
  package init(mean: Double, variance: Double, degreesOfFreedom: Double) {
    self.mean = mean
    self.variance = variance
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Estimates the mean of what samples come from; `nil` with fewer than two.
  ///
  /// - Parameter samples: Finite numbers of one unit, independent of each other.
  package init?(_ samples: [Double]) {
    guard samples.count >= 2 else { return nil }
    let count = Double(samples.count)
    let mean = samples.reduce(0, +) / count
    let squares = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(mean: mean, variance: squares / (count - 1) / count, degreesOfFreedom: count - 1)
  }

  /// The interval that has the true mean in it so often.
  ///
  /// - Parameter confidence: A share above 0 and below 1.
  /// - Returns: Its ends, in the unit of what was averaged.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let t = StudentT.quantile((1 + confidence) / 2, degreesOfFreedom: degreesOfFreedom)
    let reach = t * variance.squareRoot()
    return (mean - reach)...(mean + reach)
  }

  /// The difference to another mean, which was estimated from something else.
  ///
  /// - Parameter other: The mean that is taken away.
  /// - Returns: The difference, by Welch.
  package func difference(from other: MeanEstimate) -> MeanEstimate {
    let sum = variance + other.variance
    let fewest = min(degreesOfFreedom, other.degreesOfFreedom)
    let degrees =
      sum * sum
      / (variance * variance / degreesOfFreedom
        + other.variance * other.variance / other.degreesOfFreedom)
    return MeanEstimate(
      mean: mean - other.mean,
      variance: sum,
      // Without any variance, or lost in rounding, the quotient is no number, or out of its bounds.
      degreesOfFreedom: degrees.isFinite
        ? min(max(degrees, fewest), degreesOfFreedom + other.degreesOfFreedom) : fewest
    )
  }
}
