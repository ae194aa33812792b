// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The claim that at most a share of all operations exceed something, and the sample that it is judged by.
///
/// Requirements of percentiles and of rates are claims of this kind: "P95 ≤ 300 ms" says that at most 5 % of
/// all operations take longer. Of n sampled, k exceeded; the true share is bounded by ``ProportionBound``, once, or
/// at every look by ``SequentialEvidence``.
///
/// ```swift
/// let claim = ShareClaim(exceeding: 0, of: 59, limit: 0.05)
/// claim.decision(confidence: 0.95)  // .met
/// ```
public struct ShareClaim: Sendable, Hashable {
  /// k, how many of the sample exceed it, in `0...total`.
  public let exceeding: Int
  /// n, the size of the sample, in `0...`.
  public let total: Int
  /// The share of all that may, in `0...1`.
  public let limit: Double

  /// The most samples that are looked for, for which the bounds are tested.
  private static let mostSamples = 1_000_000

  /// Creates a claim.
  ///
  /// - Parameters:
  ///   - exceeding: k, in `0...total`.
  ///   - total: n, in `0...`.
  ///   - limit: The share of all that may exceed it, in `0...1`.
  /// - Precondition: The numbers are in their ranges.
  public init(exceeding: Int, of total: Int, limit: Double) {
    trap(
      unless: exceeding >= 0 && exceeding <= total,
      "exceeding must be in 0...total, as 3 of 100 (was \(exceeding) of \(total))"
    )
    trap(
      unless: limit >= 0 && limit <= 1,
      "limit must be a share in 0...1, as 0.05 (was \(limit))"
    )
    self.exceeding = exceeding
    self.total = total
    self.limit = limit
  }

  /// Decides by one look at a sample whose size was settled beforehand.
  ///
  /// *Met* if the upper bound of the true share is at most the limit, *missed* if the lower bound is above it.
  ///
  /// - Parameter confidence: A share in `0..<1`, of either side by itself.
  /// - Returns: The side on which the bound lies; undecided if neither.
  /// - Precondition: `confidence` is in `0..<1`.
  /// - Complexity: A tail of O(√n) at most.
  public func decision(confidence: Double) -> SequentialEvidence.Decision {
    let allowed = Confidence.allowedError(at: confidence)
    guard total > 0 else { return .undecided }
    // By tails rather than by bounds, which would be found by several: the upper bound is at most the limit if
    // so few are as rare at the limit as the error allowed.
    if exceeding < total,
      IncompleteBeta(Double(exceeding + 1), Double(total - exceeding)).upper(at: limit) <= allowed
    {
      return .met
    }
    if exceeding > 0,
      IncompleteBeta(Double(exceeding), Double(total - exceeding + 1)).lower(at: limit) <= allowed,
      limit < 1
    {
      return .missed
    }
    return .undecided
  }

  /// The evidence for and against it that may be looked at after every sample.
  public var evidence: SequentialEvidence {
    SequentialEvidence(exceeding: exceeding, of: total, limit: limit)
  }

  /// Decides by one look, or by evidence that holds at every look.
  package func decision(
    confidence: Double,
    isSequential: Bool
  ) -> SequentialEvidence.Decision {
    isSequential ? evidence.decision(confidence: confidence) : decision(confidence: confidence)
  }

  /// Returns about how many samples would decide, if as large a share of them exceeds.
  ///
  /// - Parameters:
  ///   - confidence: A share in `0..<1`.
  ///   - isSequential: Whether by evidence that holds at every look, which takes more.
  /// - Returns: A number from `total` to a million; `nil` where the share is that of the limit, or so near it that
  ///   more would be needed.
  /// - Precondition: `confidence` is in `0..<1`.
  /// - Complexity: O(log n) decisions.
  public func samplesToDecide(confidence: Double, isSequential: Bool = false) -> Int? {
    Confidence.require(confidence)
    let share = total == 0 ? 0 : Double(exceeding) / Double(total)
    guard share != limit else { return nil }
    func decides(_ count: Int) -> Bool {
      // Rounded against what it shows: a part of an operation that exceeds does not decide.
      let expected = (share * Double(count)).rounded(share < limit ? .up : .down)
      let claim = ShareClaim(exceeding: min(Int(expected), count), of: count, limit: limit)
      return claim.decision(confidence: confidence, isSequential: isSequential)
        == (share < limit ? .met : .missed)
    }
    var most = max(total, 1)
    guard !decides(most) else { return most }
    var fewest = most
    repeat {
      guard most < Self.mostSamples else { return nil }
      fewest = most
      most = min(2 * most, Self.mostSamples)
    } while !decides(most)
    while fewest + 1 < most {
      let middle = fewest + (most - fewest) / 2
      if decides(middle) { most = middle } else { fewest = middle }
    }
    return most
  }
}
