// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The Universal Scalability Law of a sweep, with how far its peak may be off.
///
/// The interval of the peak is that of its profile likelihood: all N* at which the best fit with that peak leaves at most
/// RSS · (1 + t² / ν), where RSS is the error of the best fit of all, ν = points − 3, and t the 97.5 % point of Student's
/// t: D. M. Bates, D. G. Watts, "Nonlinear Regression Analysis and Its Applications", 1988, chapter 6,
/// https://doi.org/10.1002/9780470316757. It assumes that the law holds, and that measurements are off by independent
/// errors of equal variance. Where noise grows with throughput, or runs of one step share a disturbance, the interval is
/// too narrow.
public struct ScalabilityEstimate: Sendable, Equatable {
  /// The share of confidence of the interval.
  public static let confidence = 0.95

  /// The law that fits best.
  public let fit: Scalability
  /// Where the interval of the peak begins, in users, in `0...`; 0 if it is open below.
  public let peakLowerBound: Double
  /// Where the interval of the peak ends, in users; `nil` if it is open above: nothing shows that there is a peak.
  public let peakUpperBound: Double?

  /// Contention, σ: the share of work that is done one after the other, in `0...1`.
  public var contention: Double { fit.sigma }
  /// Coherency, κ: the cost of each pair of users, in `0...`.
  public var coherency: Double { fit.kappa }
  /// The concurrency of the highest throughput, in users; `nil` unless its interval ends.
  public var peakConcurrency: Double? { peakUpperBound == nil ? nil : fit.peakConcurrency }

  /// Fits the law; `nil` with fewer than four different concurrencies, or where ``Scalability/init(_:)`` gives `nil`.
  ///
  /// - Parameter points: Measurements in any order; each repeat is one.
  /// - Complexity: O(*n*) for each of about 3,000 evaluations.
  public init?(_ points: [Scalability.Point]) {
    guard Set(points.map(\.concurrency)).count >= 4, let fit = Scalability(points) else {
      return nil
    }
    self.fit = fit
    let profile = ScalabilityProfile(points)
    // Where there is no peak, any that is far beyond what was measured fits as well.
    let far = 1_000 * profile.largest
    let best = min(max(fit.peakConcurrency ?? far, Self.near), far)
    let degrees = Double(points.count - 3)
    let t = StudentT.quantile((1 + Self.confidence) / 2, degreesOfFreedom: degrees)
    let least = min(fit.residualSumOfSquares, profile.residual(peak: best))
    // Differences of sums that rounding made: beside them, data made by the law leave nothing.
    let limit = least * (1 + t * t / degrees) + 1e-12 * profile.total
    let isWithin = { profile.residual(peak: $0) <= limit }
    peakUpperBound =
      fit.peakConcurrency == nil || isWithin(.infinity)
      ? nil : Self.bound(from: far, to: best, isWithin)
    peakLowerBound = Self.bound(from: Self.near, to: best, isWithin) ?? 0
  }

  /// The lowest peak that is looked at, in users.
  private static let near = 0.1

  /// Where an interval ends on the way from far outside to a point within it; `nil` if it is open.
  ///
  /// From outside, for the profile may rise and fall again: whatever lies between ends counts as within.
  private static func bound(
    from outside: Double,
    to inside: Double,
    _ isWithin: (Double) -> Bool
  ) -> Double? {
    guard !isWithin(outside) else { return nil }
    // On a scale of logarithms, in steps of at most 1.35.
    let (start, end) = (logarithm(outside), logarithm(inside))
    let steps = max(Int((abs(end - start) / 0.3).rounded(.up)), 1)
    var (out, within) = (start, end)
    for step in 1...steps {
      let next = start + (end - start) * Double(step) / Double(steps)
      guard step < steps, !isWithin(exponential(next)) else {
        within = next
        break
      }
      out = next
    }
    while abs(within - out) > 1e-6 {
      let middle = (within + out) / 2
      if isWithin(exponential(middle)) { within = middle } else { out = middle }
    }
    return exponential(out)
  }
}
