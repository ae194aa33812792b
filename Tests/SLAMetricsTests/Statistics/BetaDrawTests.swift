// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct BetaDrawTests {
  /// Draws follow the distribution: the largest distance to it stays below 1.95 / √n, which chance
  /// exceeds once in a thousand (Kolmogorov's statistic).
  @Test(arguments: [(1.0, 1.0), (1, 9), (5, 2), (190, 11)])
  func drawsFollowTheDistribution(a: Double, b: Double) {
    var draw = BetaDraw(seed: 11)
    let draws = (0..<1_500).map { _ in draw.beta(a, b) }.sorted()
    let beta = IncompleteBeta(a, b)
    for (index, value) in draws.enumerated() {
      let distance = abs(beta.lower(at: value) - (Double(index) + 0.5) / 1_500)
      #expect(distance < 1.95 / 1_500.0.squareRoot(), "seed 11, \(a), \(b)")
    }
  }

  /// The rank of rank r in a resample is at most j with the chance that r of n fall among the first j.
  @Test func ranksFollowThoseOfResamples() {
    var draw = BetaDraw(seed: 12)
    var counts = [Int](repeating: 0, count: 11)
    for _ in 0..<10_000 { counts[draw.resampledRank(9, of: 10)] += 1 }
    var seen = 0
    for rank in 1..<10 {
      seen += counts[rank]
      let chance = IncompleteBeta(9, 2).lower(at: Double(rank) / 10)
      #expect(abs(Double(seen) / 10_000 - chance) < 0.02, "seed 12, \(rank)")
    }
    #expect(counts[0] == 0 && seen + counts[10] == 10_000)
  }

  @Test func singleSampleIsAlwaysDrawn() {
    var draw = BetaDraw(seed: 1)
    for _ in 0..<100 { #expect(draw.resampledRank(1, of: 1) == 1) }
  }
}
