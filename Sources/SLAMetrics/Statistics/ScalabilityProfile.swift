// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the Universal Scalability Law leaves of the squared error if its peak is at a given concurrency.
///
/// With N* = √((1 − σ) / κ) given, κ is (1 − σ) / N*², so that σ and λ are left. The best λ is a quotient of two sums, and
/// the best σ in `0...1` is found by a grid and the golden section (J. Kiefer, Proceedings of the American Mathematical
/// Society 4, 1953, https://doi.org/10.2307/2032161).
package struct ScalabilityProfile: Sendable {
  /// N, X times its weight, and the weight.
  private let points: [(n: Double, x: Double, weight: Double)]
  private static let grid = [
    0, 1e-5, 1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.997, 0.999,
    0.9999, 0.99999, 1,
  ]

  /// Takes measurements of at least four concurrencies from 1, with throughputs of about 1.
  ///
  /// - Parameters:
  ///   - concurrency: N of each measurement.
  ///   - throughput: X of each measurement.
  ///   - isRelative: Whether errors are taken as shares of the mean throughput at their concurrency, rather than as they are.
  package init(concurrency: [Double], throughput: [Double], isRelative: Bool = false) {
    let places = Dictionary(grouping: concurrency.indices) { concurrency[$0] }
    let means = places.mapValues { places in
      places.reduce(0) { $0 + throughput[$1] } / Double(places.count)
    }
    points = zip(concurrency, throughput).map { n, x in
      let mean = means[n] ?? 0
      let weight = isRelative && mean > 0 ? 1 / mean : 1
      return (n, x * weight, weight)
    }
  }

  /// Returns what the best peak leaves, or none at all.
  ///
  /// - Parameter peaks: Concurrencies in ascending order, one of which is next to the best.
  /// - Returns: The sum of squared errors, in `0...`.
  /// - Complexity: About 40 evaluations more than there are peaks.
  package func leastResidual(near peaks: [Double]) -> Double {
    let values = peaks.map { residual(peak: $0) }
    guard let best = values.indices.min(by: { values[$0] < values[$1] }) else { return .infinity }
    var low = logarithm(peaks[max(best - 1, 0)])
    var high = logarithm(peaks[min(best + 1, peaks.count - 1)])
    var least = min(values[best], residual(peak: .infinity))
    // Thirds rather than the golden section: two evaluations for each, but nothing to carry along.
    for _ in 0..<20 {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      let pair = (residual(peak: exponential(left)), residual(peak: exponential(right)))
      least = min(least, pair.0, pair.1)
      if pair.0 <= pair.1 { high = right } else { low = left }
    }
    return least
  }

  /// Returns the least squared error with a peak at a concurrency.
  ///
  /// - Parameter peak: N*, above 0; ∞ for none.
  /// - Returns: The sum of squared errors, in `0...`.
  /// - Complexity: O(*n*) for each of about 60 evaluations.
  package func residual(peak: Double) -> Double {
    let slopes = points.map { ($0.n - 1) / peak * ($0.n / peak) }
    let values = Self.grid.map { residual(sigma: $0, slopes) }
    guard let best = values.indices.min(by: { values[$0] < values[$1] }) else { return 0 }
    var low = Self.grid[max(best - 1, 0)]
    var high = Self.grid[min(best + 1, Self.grid.count - 1)]
    let golden = (5.0.squareRoot() - 1) / 2
    var (left, right) = (high - golden * (high - low), low + golden * (high - low))
    var (leftValue, rightValue) = (residual(sigma: left, slopes), residual(sigma: right, slopes))
    for _ in 0..<40 {
      if leftValue <= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - golden * (high - low)
        leftValue = residual(sigma: left, slopes)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + golden * (high - low)
        rightValue = residual(sigma: right, slopes)
      }
    }
    return min(values[best], leftValue, rightValue)
  }

  /// Returns the logarithm of the likelihood of normal errors of which so much is left, but for a constant.
  ///
  /// −n/2 ln(RSS / n) + Σ ln w, where w are the weights of the errors.
  package func logLikelihood(residual: Double) -> Double {
    let count = Double(points.count)
    return points.reduce(-count / 2 * logarithm(residual / count)) { $0 + logarithm($1.weight) }
  }

  /// The squared error with the best λ of at least 0, where `slopes` are N(N − 1) / N*².
  private func residual(sigma: Double, _ slopes: [Double]) -> Double {
    var (products, squares, total) = (0.0, 0.0, 0.0)
    for index in points.indices {
      let (n, x, weight) = points[index]
      let shape = weight * n / (1 + sigma * (n - 1) + (1 - sigma) * slopes[index])
      products += shape * x
      squares += shape * shape
      total += x * x
    }
    // Not Σx² − (Σfx)²/Σf², which cancels where the fit is good.
    let lambda = max(products / squares, 0)
    guard lambda > 0 else { return total }
    var sum = 0.0
    for index in points.indices {
      let (n, x, weight) = points[index]
      let error = x - lambda * weight * n / (1 + sigma * (n - 1) + (1 - sigma) * slopes[index])
      sum += error * error
    }
    return sum
  }
}
