// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Gunther's law fitted to a sweep, with what is certain of its peak.
///
/// The interval of the peak is that of the profile likelihood: all N* for which the law leaves at most
/// RSS · (1 + t² / (n − 3)), with RSS what the best fit leaves of n measurements, and t Student's of n − 3 degrees of
/// freedom. D. M. Bates, D. G. Watts, "Nonlinear Regression Analysis and Its Applications", 1988, chapter 6,
/// https://doi.org/10.1002/9780470316757. That takes the errors of all measurements as independent and normal. They may have
/// the same variance at each concurrency, or be a share of throughput: what is more likely by the residuals counts, and what
/// either allows if neither is e² times as likely. By the first alone the interval would have the truth in it in only 87 % of
/// sweeps whose noise is a share of throughput.
///
/// A peak is claimed only if that interval ends: of throughput that rises and flattens, it has no upper end.
public struct ScalabilityEstimate: Sendable, Hashable {
  /// The fewest different concurrencies from which anything is concluded: one more than there are unknowns.
  public static let fewestConcurrencies = 4

  /// By how much the logarithm of a likelihood must be larger to be clear, 2: e² times, some 7 to 1.
  ///
  /// K. P. Burnham, D. R. Anderson, "Model Selection and Multimodel Inference", 2002, 2.6: models within that are all plausible.
  private static let clearDifference = 2.0

  /// The confidence of the interval, a share in `0..<1`.
  public let confidence: Double
  /// The throughput of one user, λ, in operations per second, above 0.
  public let throughputOfOne: Double
  /// The share of work that waits in line, σ, in `0...1`.
  public let contention: Double
  /// The cost of coherency for each pair of users, κ, in `0...`; exactly 0 where it is not seen.
  public let coherency: Double
  /// The concurrency of the highest throughput, √((1 − σ) / κ); `nil` where a peak is not shown.
  public let peakConcurrency: Double?
  /// The lowest concurrency that may be the peak, in `0...`; 0 where even the fewest users may be past it.
  public let peakLowerBound: Double
  /// The highest concurrency that may be the peak; `nil` where there may be none.
  public let peakUpperBound: Double?
  /// The number of measurements, at least 4.
  public let pointCount: Int
  /// The highest concurrency that was measured.
  public let largestConcurrency: Int
  /// The fitted law.
  public let law: Scalability

  /// Fits the law to measurements, and looks for what its peak may be.
  ///
  /// `nil` with fewer than four different concurrencies, and where ``Scalability/init(_:)`` has no fit.
  ///
  /// - Parameters:
  ///   - points: Measurements in any order; repeated ones of a concurrency make the interval narrower.
  ///   - confidence: A share in `0..<1`.
  /// - Precondition: `confidence` is in `0..<1`.
  /// - Complexity: O(*n*) for each of about 20,000 evaluations.
  public init?(_ points: [Scalability.Point], confidence: Double = 0.95) {
    Confidence.require(confidence)
    guard Set(points.map(\.concurrency)).count >= Self.fewestConcurrencies,
      let law = Scalability(points), let largest = points.map(\.concurrency).max()
    else { return nil }
    let scale = points.reduce(0) { max($0, abs($1.throughput)) }
    let concurrency = points.map { Double($0.concurrency) }
    let throughput = points.map { $0.throughput / scale }
    let freedom = Double(points.count - 3)
    let t = StudentT.quantile((1 + confidence) / 2, degreesOfFreedom: freedom)
    let search = PeakSearch(largest: Double(largest), best: law.peakConcurrency) { peaks in
      let models = [false, true].map { isRelative in
        let profile = ScalabilityProfile(
          concurrency: concurrency,
          throughput: throughput,
          isRelative: isRelative
        )
        let least =
          isRelative
          ? profile.leastResidual(near: peaks) : law.residualSumOfSquares / (scale * scale)
        // What is left of measurements by the law itself is rounding, of 1e-9 of each at most.
        let rounding = Double(points.count) * 1e-18
        let limit = least * (1 + t * t / freedom) + rounding
        return (
          likelihood: profile.logLikelihood(residual: least + rounding),
          rule: { (peak: Double) in profile.residual(peak: peak) <= limit }
        )
      }
      let best = models.map(\.likelihood).max() ?? 0
      return models.filter { $0.likelihood >= best - Self.clearDifference }.map(\.rule)
    }
    self.law = law
    self.confidence = confidence
    throughputOfOne = law.lambda
    contention = law.sigma
    coherency = law.kappa
    pointCount = points.count
    largestConcurrency = largest
    peakLowerBound = search.lower
    peakUpperBound = search.upper
    peakConcurrency = search.upper == nil ? nil : law.peakConcurrency
  }

  /// Whether the peak lies beyond all that was measured, where it is foretold rather than seen.
  public var isExtrapolated: Bool {
    peakConcurrency.map { $0 > Double(largestConcurrency) } ?? false
  }
}

/// The ends of what may be the peak, within a tenth of a user and a hundred times of what was measured.
private struct PeakSearch {
  private static let lowest = 0.1
  private static let places = 40

  var lower = 0.0
  var upper: Double?

  /// Searches what any of some rules allows, which are made for a grid of peaks.
  init(largest: Double, best: Double?, _ rules: ([Double]) -> [(Double) -> Bool]) {
    let highest = 100 * largest
    let ratio = logarithm(highest / Self.lowest) / Double(Self.places)
    var peaks = (0...Self.places).map { Self.lowest * exponential(Double($0) * ratio) }
    // The interval may be narrower than the grid.
    if let best, best > Self.lowest, best < highest { peaks.append(best) }
    peaks.sort()
    let rules = rules(peaks)
    let isPossible = { (peak: Double) in rules.contains { $0(peak) } }
    var possible = peaks.map { isPossible($0) }
    if let best, let place = peaks.firstIndex(of: best) { possible[place] = true }
    if let first = possible.firstIndex(of: true), first > 0 {
      lower = Self.edge(between: peaks[first], and: peaks[first - 1], isPossible)
    }
    guard let last = possible.lastIndex(of: true) else {
      // A peak below the first user: what is left is next to 0.
      upper = best.flatMap { $0 <= Self.lowest ? Self.lowest : nil }
      lower = upper == nil ? highest : 0
      return
    }
    guard last < peaks.count - 1, !isPossible(.infinity) else { return }
    upper = Self.edge(between: peaks[last], and: peaks[last + 1], isPossible)
  }

  /// The end of what is possible, between what is and what is not, by halving on a logarithmic scale.
  private static func edge(
    between possible: Double,
    and impossible: Double,
    _ isPossible: (Double) -> Bool
  ) -> Double {
    var (inside, outside) = (possible, impossible)
    for _ in 0..<40 {
      let middle = (inside * outside).squareRoot()
      if isPossible(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}
