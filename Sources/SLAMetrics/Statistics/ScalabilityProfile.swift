// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The least squared error that ``Scalability`` leaves when its peak is given: the profile of the peak.
///
/// For a peak at N* the law has κ = (1 − σ) / N*²; λ is a quotient of two sums, and σ alone is searched. Measurements of
/// one concurrency go in by their mean: what they differ by among themselves no fit can change.
package struct ScalabilityProfile {
  private struct Group {
    let concurrency: Double
    var count = 0.0
    var sum = 0.0
    var mean: Double { sum / count }
  }

  private let groups: [Group]
  /// The squared error within concurrencies.
  private let within: Double
  /// The sum of squares of all measurements, by which rounding is judged.
  package let total: Double

  /// Takes measurements of concurrencies from 1.
  package init(_ points: [Scalability.Point]) {
    var groups: [Int: Group] = [:]
    for point in points {
      groups[point.concurrency, default: Group(concurrency: Double(point.concurrency))].count += 1
      groups[point.concurrency]?.sum += point.throughput
    }
    self.groups = groups.values.sorted { $0.concurrency < $1.concurrency }
    within = points.reduce(0) { sum, point in
      let deviation = point.throughput - (groups[point.concurrency]?.mean ?? 0)
      return sum + deviation * deviation
    }
    total = points.reduce(0) { $0 + $1.throughput * $1.throughput }
  }

  /// The largest concurrency.
  package var largest: Double { groups.last?.concurrency ?? 1 }

  /// Returns the least squared error with a peak at a concurrency.
  ///
  /// - Parameter peak: N*, above 0; infinite for none, which is κ = 0.
  /// - Returns: In the square of the unit of throughput, in `0...`.
  /// - Complexity: About 40 evaluations of each concurrency.
  package func residual(peak: Double) -> Double {
    let curve = Curve(groups, peak: peak)
    let grid = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95, 1]
    let errors = grid.map { curve.error(sigma: $0) }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    var (low, high) = (grid[max(best - 1, 0)], grid[min(best + 1, grid.count - 1)])
    // Golden sections: J. Kiefer, https://doi.org/10.1090/S0002-9939-1953-0055639-3.
    let ratio = (5.0.squareRoot() - 1) / 2
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (curve.error(sigma: left), curve.error(sigma: right))
    var least = min(errors[best], atLeft, atRight)
    for _ in 0..<30 {
      if atLeft <= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = curve.error(sigma: left)
        least = min(least, atLeft)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = curve.error(sigma: right)
        least = min(least, atRight)
      }
    }
    return within + least
  }

  /// The law with a given peak: the denominator is a line in σ.
  private struct Curve {
    /// Per concurrency N: weight, mean, and the denominator by N as `start + σ · slope`.
    private let terms: [(weight: Double, mean: Double, start: Double, slope: Double)]

    init(_ groups: [Group], peak: Double) {
      terms = groups.map { group in
        let n = group.concurrency
        let pairs = n * (n - 1) / (peak * peak)
        return (group.count, group.mean, (1 + pairs) / n, (n - 1 - pairs) / n)
      }
    }

    func error(sigma: Double) -> Double {
      var (products, squares, means) = (0.0, 0.0, 0.0)
      for term in terms {
        let value = 1 / (term.start + sigma * term.slope)
        products += term.weight * value * term.mean
        squares += term.weight * value * value
        means += term.weight * term.mean * term.mean
      }
      return max(means - max(products, 0) * max(products, 0) / squares, 0)
    }
  }
}
