// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct PercentileIntervalTests {
  @Test func ranksAndValuesAreThoseOfTheOracle() throws {
    for sample in try StatisticsVectors.load().quantiles.cases {
      let count = sample.samples.count
      let sorted = sample.samples.radixSorted()
      for quantile in sample.quantiles {
        let rank = Percentile.rank(of: quantile.p, in: count)
        #expect(rank == quantile.rank && sorted[rank - 1] == quantile.value)
        guard let expected = quantile.ci95 else { continue }
        let interval = Percentile.intervalRanks(of: quantile.p, in: count)
        #expect(interval.lower == expected.lowerRank, "\(quantile.p) of \(count)")
        #expect(interval.upper == expected.upperRank, "\(quantile.p) of \(count)")
      }
    }
  }

  /// Sums of binomial terms, for all ranks of small samples.
  @Test func ranksLeaveTheChanceOfErrorOnEitherSide() {
    for count in [1, 2, 7, 30] {
      for hundredths in 1...99 {
        let p = Double(hundredths) / 100
        var term = 1.0
        for _ in 0..<count { term *= 1 - p }
        var (below, lower) = (0.0, Int?.none)
        var atMost: [Double] = []
        for k in 0...count {
          below += term
          atMost.append(below)
          if below <= 0.05 + 1e-13 { lower = min(k + 1, count) }
          term *= Double(count - k) / Double(k + 1) * p / (1 - p)
        }
        let upper = (1...count).first { 1 - atMost[$0 - 1] <= 0.05 + 1e-13 }
        let interval = Percentile.intervalRanks(of: p, in: count, confidence: 0.9)
        #expect(interval.lower == lower && interval.upper == upper, "\(p) of \(count)")
      }
    }
  }

  @Test func billionsOfSamplesAreNoBurden() throws {
    // 1.959964·√(n p (1 − p)) = 1.959964·√(10⁹·0.05·0.95) = 13,508 ranks on either side.
    let interval = Percentile.intervalRanks(of: 0.95, in: 1_000_000_000)
    #expect(abs(try #require(interval.lower) - (950_000_000 - 13_508)) <= 3)
    #expect(abs(try #require(interval.upper) - (950_000_000 + 13_508)) <= 3)
  }

  @Test func exampleOfTheDocumentationHolds() {
    #expect(Percentile.intervalRanks(of: 0.95, in: 240) == (221, 235))
  }

  @Test func chanceOfExactlyTheAllowedErrorPasses() {
    // P(B = 5) = 0.5⁵ = 0.03125 = (1 − 0.9375) / 2; and 0.1 in decimals: P(B = 1) = 0.1.
    #expect(Percentile.intervalRanks(of: 0.5, in: 5, confidence: 0.9375) == (1, 5))
    #expect(Percentile.intervalRanks(of: 0.1, in: 1, confidence: 0.8) == (nil, 1))
  }

  @Test func endsBoundOneSideOnly() {
    for count in [1, 10, 1_000] {
      #expect(Percentile.intervalRanks(of: 0, in: count) == (nil, 1))
      #expect(Percentile.intervalRanks(of: 1, in: count) == (count, nil))
    }
  }

  @Test func nothingBoundsNothing() {
    #expect(Percentile.intervalRanks(of: 0.5, in: 0) == (nil, nil))
  }

  @Test func negativeCountTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Percentile.intervalRanks(of: 0.5, in: -1)
    }
  }
}
