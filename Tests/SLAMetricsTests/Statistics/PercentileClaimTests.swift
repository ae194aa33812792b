// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct PercentileClaimTests {
  @Test func samplesNeededAreThoseOfTheOracle() throws {
    for value in try StatisticsVectors.load().samplesNeeded.cases {
      let needed = Percentile.samplesNeeded(toShow: value.p, confidence: value.confidence)
      #expect(needed == value.n, "\(value)")
    }
  }

  /// The fewest at which the upper bound of the share that exceeds is within the claim.
  @Test func samplesNeededAreTheFewestThatTheBoundAccepts() throws {
    for quantile in [0.3, 0.5, 0.9, 0.95, 0.99, 0.9999] {
      for exceeding in [0, 1, 2, 10, 300] {
        let needed = try #require(
          Percentile.samplesNeeded(toShow: quantile, confidence: 0.95, exceeding: exceeding)
        )
        let limit = (1 - quantile) * (1 + 1e-9)
        let enough = ProportionBound.upper(exceeding, of: needed, confidence: 0.95)
        #expect(enough <= limit, "\(quantile), \(exceeding)")
        let fewer = ProportionBound.upper(exceeding, of: needed - 1, confidence: 0.95)
        #expect(needed == exceeding + 1 || fewer > limit, "\(quantile), \(exceeding)")
      }
    }
  }

  @Test func chanceOfExactlyTheAllowedErrorPasses() {
    // 0.1¹ = 1 − 0.9 and 0.5² = 1 − 0.75.
    #expect(Percentile.samplesNeeded(toShow: 0.1, confidence: 0.9) == 1)
    #expect(Percentile.samplesNeeded(toShow: 0.5, confidence: 0.75) == 2)
  }

  @Test func maximumIsNeverShown() {
    #expect(Percentile.samplesNeeded(toShow: 1, confidence: 0.95) == nil)
    #expect(Percentile.samplesNeeded(toShow: 1, confidence: 0.95, exceeding: 3) == nil)
  }

  @Test func nothingShowsNothing() {
    #expect(Percentile.samplesNeeded(toShow: 0, confidence: 0.95) == 1)
    #expect(Percentile.samplesNeeded(toShow: 0, confidence: 0.95, exceeding: 4) == 5)
    #expect(Percentile.samplesNeeded(toShow: 0.95, confidence: 0) == 1)
    #expect(Percentile.samplesNeeded(toShow: 0.95, confidence: 0, exceeding: 4) == 5)
  }

  @Test func negativeCountTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Percentile.samplesNeeded(toShow: 0.95, confidence: 0.95, exceeding: -1)
    }
  }
}
