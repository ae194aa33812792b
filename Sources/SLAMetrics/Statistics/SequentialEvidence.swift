// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Evidence for and against a limit on a share that may be looked at after every sample.
///
/// Of n samples, k exceeded; the claim is that at most the share L of all do. An e-value is the
/// factor by which someone has multiplied their stake who bets against an assertion at fair odds.
/// If the assertion is true, the value ever reaches 1/α with a chance of at most α, however often
/// one looks (Ville's inequality), so that a run may stop as soon as it is decided. Here the bets
/// are uniform mixtures of likelihood ratios:
///
/// - *met*: (1/L) ∫₀ᴸ θᵏ(1 − θ)ⁿ⁻ᵏ dθ / (Lᵏ(1 − L)ⁿ⁻ᵏ), against "the share is L or more";
/// - *missed*: 1/(1 − L) ∫ from L to 1 of the same, against "the share is L or less".
///
/// Natural logarithms are given, as the values themselves exceed every `Double`. H. Robbins,
/// "Statistical Methods Related to the Law of the Iterated Logarithm", Annals of Mathematical
/// Statistics 41 (1970), https://doi.org/10.1214/aoms/1177696786; S. R. Howard and others,
/// "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49
/// (2021), https://doi.org/10.1214/20-AOS1991.
///
/// ```swift
/// let evidence = SequentialEvidence(exceeding: 0, of: 200, limit: 0.05)
/// evidence.decision(confidence: 0.95)  // .met
/// ```
public struct SequentialEvidence: Sendable, Equatable {
  /// What the evidence says about the limit.
  public enum Decision: Sendable, Equatable {
    /// The share is below the limit.
    case met
    /// The share is above the limit.
    case missed
    /// More samples are needed.
    case undecided
  }

  /// The logarithm of the evidence that the share is below the limit; 0 is none, below 0 contrary.
  public let logEvidenceMet: Double
  /// The logarithm of the evidence that the share is above the limit; 0 is none, below 0 contrary.
  public let logEvidenceMissed: Double

  /// Weighs what was seen against a limit.
  ///
  /// The formulas are taken to their limits at the ends. At a limit of 0, *met* is −ln(k + 1), and
  /// *missed* is −ln(n + 1) for k = 0 and +∞ otherwise; at a limit of 1, *missed* is
  /// −ln(n − k + 1), and *met* is −ln(n + 1) for k = n and +∞ otherwise. Without samples, and for a
  /// limit that is NaN, both are 0: no evidence.
  ///
  /// - Parameters:
  ///   - count: k, in `0...n`.
  ///   - total: n, in `0...`; tested up to a million.
  ///   - limit: L, a share in `0...1`, or NaN.
  /// - Precondition: `count` and `total` are in their ranges, and `limit` is neither below 0 nor
  ///   above 1.
  /// - Complexity: O(√n) next to the limit, O(1) far from it.
  public init(exceeding count: Int, of total: Int, limit: Double) {
    trap(
      unless: count >= 0 && count <= total,
      "count must be in 0...total, as 3 of 100 (was \(count) of \(total))"
    )
    trap(
      unless: !(limit < 0 || limit > 1),
      "limit must be a share in 0...1, as 0.05 (was \(limit))"
    )
    let (k, n) = (Double(count), Double(total))
    if limit.isNaN || total == 0 {
      (logEvidenceMet, logEvidenceMissed) = (0, 0)
    } else if limit == 0 {
      logEvidenceMet = -logarithm(k + 1)
      logEvidenceMissed = count == 0 ? -logarithm(n + 1) : .infinity
    } else if limit == 1 {
      logEvidenceMet = count == total ? -logarithm(n + 1) : .infinity
      logEvidenceMissed = -logarithm(n - k + 1)
    } else {
      // ∫ = B(k + 1, n − k + 1) times a tail, and Lᵏ(1 − L)ⁿ⁻ᵏ cancels against the tail's factor.
      let tails = IncompleteBeta(k + 1, n - k + 1).logScaledTails(at: limit)
      logEvidenceMet = tails.lower + logarithm(onePlus: -limit)
      logEvidenceMissed = tails.upper + logarithm(limit)
    }
  }

  /// Decides once the evidence reaches ln(1 / (1 − confidence)).
  ///
  /// A decision may be taken back by later samples if one goes on; the chance of error holds for
  /// the first decision of a run.
  ///
  /// - Parameter confidence: A share in `0..<1`.
  /// - Returns: The side that reaches the threshold; undecided if none does, or, at a confidence
  ///   near 0, both do.
  /// - Precondition: `confidence` is in `0..<1`.
  public func decision(confidence: Double) -> Decision {
    Confidence.require(confidence)
    let threshold = -logarithm(1 - confidence)
    switch (logEvidenceMet >= threshold, logEvidenceMissed >= threshold) {
    case (true, false): return .met
    case (false, true): return .missed
    default: return .undecided
    }
  }
}
