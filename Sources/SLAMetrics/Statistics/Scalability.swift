// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Gunther's Universal Scalability Law, fitted to throughput at several concurrencies.
///
/// X(N) = λN / (1 + σ(N − 1) + κN(N − 1)): λ is the throughput of one user, σ the share of work
/// that waits in line, and κ the cost of keeping each pair of users consistent, which makes
/// throughput fall again beyond a peak. Least squares with λ and κ of at least 0 and σ in `0...1`.
/// N. J. Gunther, "Guerrilla Capacity Planning", 2007, https://doi.org/10.1007/978-3-540-31010-5.
///
/// Trust the peak only if it was measured past: extrapolated from the rise alone, it is a guess.
public struct Scalability: Sendable, Hashable {
  /// One measurement: operations per second at a number of users.
  public struct Point: Sendable, Equatable {
    /// The number of users at once, at least 1.
    public let concurrency: Int
    /// The throughput, in operations per second, finite.
    public let throughput: Double

    /// Creates a measurement; ``Scalability/init(_:)`` says what becomes of one out of range.
    public init(concurrency: Int, throughput: Double) {
      self.concurrency = concurrency
      self.throughput = throughput
    }
  }

  /// The throughput of one user, λ, in operations per second, above 0.
  public let lambda: Double
  /// The share of work that is done one after the other, σ, in `0...1`.
  public let sigma: Double
  /// The cost of coherency for each pair of users, κ, in `0...`; exactly 0 where it is not seen.
  public let kappa: Double
  /// The sum of squared differences between measured and fitted throughput, in `0...`.
  public let residualSumOfSquares: Double

  /// Fits the law to measurements.
  ///
  /// `nil` with fewer than three different concurrencies, which three unknowns need; if a
  /// throughput is NaN or infinite, or a concurrency is below 1; and if throughput is 0 throughout,
  /// or so far below 0 in part that no λ above 0 fits.
  ///
  /// - Parameter points: Measurements in any order; several of one concurrency are welcome.
  /// - Complexity: O(*n*) for each of about 500 evaluations.
  public init?(_ points: [Point]) {
    guard Set(points.map(\.concurrency)).count >= 3,
      points.allSatisfy({ $0.concurrency >= 1 && $0.throughput.isFinite })
    else { return nil }
    let scale = points.reduce(0) { max($0, abs($1.throughput)) }
    guard scale > 0 else { return nil }
    let fit = ScalabilityFit(
      concurrency: points.map { Double($0.concurrency) },
      throughput: points.map { $0.throughput / scale }
    )
    let best = fit.best()
    guard best.lambda > 0 else { return nil }
    lambda = best.lambda * scale
    sigma = best.sigma
    kappa = fit.kappa(of: best)
    residualSumOfSquares = best.residual * scale * scale
  }

  /// The concurrency of the highest throughput, √((1 − σ) / κ); `nil` where there is none.
  ///
  /// Below 1 if throughput falls from the first user on. There is no peak if κ is 0. A fit to data
  /// without coherency cost leaves rounding noise in κ; it counts as 0 if κN(N − 1) at the largest
  /// N is below 1e-9 of the denominator, which moves no fitted throughput by more than 1e-9 of it.
  public var peakConcurrency: Double? {
    kappa == 0 ? nil : ((1 - sigma) / kappa).squareRoot()
  }

  /// Returns the throughput that the law foretells.
  ///
  /// - Parameter concurrency: N, the number of users, at least 1; NaN gives NaN.
  /// - Returns: Operations per second.
  public func throughput(at concurrency: Double) -> Double {
    let others = concurrency - 1
    return lambda * concurrency / (1 + sigma * others + kappa * concurrency * others)
  }
}
