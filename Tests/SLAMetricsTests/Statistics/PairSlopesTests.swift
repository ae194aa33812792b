// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct PairSlopesTests {
  private func allSlopes(_ series: [Int64]) -> [Double] {
    series.indices.flatMap { i in
      series.indices.dropFirst(i + 1).map { Double(series[$0] - series[i]) / Double($0 - i) }
    }.sorted()
  }

  /// 150 samples have 11,175 slopes, which takes rounds of narrowing; 10 are looked at at once.
  @Test(arguments: [(10, 1), (10, 1_000_000), (150, 1), (150, 3), (150, 10_000_000_000)])
  func slopeOfAnyRankIsThatAmongAllSlopes(count: Int, limit: Int64) {
    let seed = UInt64(count) &* UInt64(limit)
    var generator = SplitMix64(seed: seed)
    let series = (0..<count).map { _ in Int64.random(in: -limit...limit, using: &generator) }
    let expected = allSlopes(series)
    let slopes = PairSlopes(series)
    #expect(slopes.count == expected.count)
    for rank in [1, 2, 40, expected.count / 3, expected.count / 2, expected.count] {
      #expect(
        slopes.slope(ofRank: min(rank, expected.count)) == expected[min(rank, expected.count) - 1]
      )
    }
    #expect(slopes.signs.falling == expected.count { $0 < 0 })
    #expect(slopes.signs.flat == expected.count { $0 == 0 })
  }

  @Test func straightLineHasOneSlope() {
    let slopes = PairSlopes((0..<200).map { Int64(-3 * $0) })
    #expect(slopes.slope(ofRank: 1) == -3 && slopes.slope(ofRank: slopes.count) == -3)
  }

  @Test func veryWideSeriesAreRounded() {
    let series: [Int64] = [.min, .max, 0, .max / 3]
    let slopes = PairSlopes(series)
    // The steepest rise is 2⁶⁴ − 1 over one sample.
    #expect(relativeError(slopes.slope(ofRank: 6), 0x1p64) < 1e-12)
  }

  @Test func fewerThanTwoHaveNoPairs() {
    #expect(PairSlopes([]).count == 0 && PairSlopes([4]).count == 0)
    #expect(PairSlopes([4]).signs == (0, 0))
  }
}
