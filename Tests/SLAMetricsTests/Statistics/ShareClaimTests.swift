// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ShareClaimTests {
  /// The decision is that of the bounds, which are those of the oracle.
  @Test func decisionsAreThoseOfTheBounds() throws {
    for value in try StatisticsVectors.load().proportionBounds.cases {
      for (limit, expected) in [
        (value.upper * 1.000_001, SequentialEvidence.Decision.met),
        (value.lower * 0.999_999, .missed),
        ((value.lower + value.upper) / 2, .undecided),
      ] where limit > 0 && limit < 1 {
        let claim = ShareClaim(exceeding: value.k, of: value.n, limit: limit)
        #expect(
          claim.decision(confidence: value.confidence) == expected,
          "\(value.k) of \(value.n) at \(limit)"
        )
      }
    }
  }

  @Test(arguments: [
    // 0.95⁵⁹ < 5 % < 0.95⁵⁸; a claim of none can only be missed, and one of all only be met.
    (0, 59, 0.05, SequentialEvidence.Decision.met), (0, 58, 0.05, .undecided),
    (0, 0, 0.05, .undecided), (0, 1_000, 0, .undecided), (1, 1_000, 0, .missed),
    (999, 1_000, 1, .met), (1_000, 1_000, 1, .undecided), (1_000, 1_000, 0.05, .missed),
  ])
  func boundaries(
    exceeding: Int,
    total: Int,
    limit: Double,
    expected: SequentialEvidence.Decision
  ) {
    let claim = ShareClaim(exceeding: exceeding, of: total, limit: limit)
    #expect(claim.decision(confidence: 0.95) == expected)
  }

  @Test func samplesToDecideAreThoseOfThePercentile() {
    for limit in [0.5, 0.1, 0.05, 0.01, 0.001] {
      let claim = ShareClaim(exceeding: 0, of: 1, limit: limit)
      #expect(
        claim.samplesToDecide(confidence: 0.95)
          == Percentile.samplesNeeded(toShow: 1 - limit, confidence: 0.95)
      )
    }
  }

  /// So many decide, and at least nearly so many are needed.
  @Test func samplesToDecideDecide() throws {
    for (exceeding, total) in [(3, 120), (12, 120), (1, 40), (40, 400)] {
      let claim = ShareClaim(exceeding: exceeding, of: total, limit: 0.05)
      let needed = try #require(claim.samplesToDecide(confidence: 0.95))
      let share = Double(exceeding) / Double(total)
      let expected = (Double(needed) * share).rounded(share <= 0.05 ? .up : .down)
      let decided = ShareClaim(exceeding: Int(expected), of: needed, limit: 0.05)
      #expect(decided.decision(confidence: 0.95) != .undecided)
    }
    let even = ShareClaim(exceeding: 5, of: 100, limit: 0.05)
    #expect(even.samplesToDecide(confidence: 0.95) == nil)
  }

  @Test func numbersOutOfRangeTrap() async {
    await #expect(processExitsWith: .failure) { _ = ShareClaim(exceeding: 2, of: 1, limit: 0.5) }
    await #expect(processExitsWith: .failure) { _ = ShareClaim(exceeding: 1, of: 2, limit: 5) }
  }
}
