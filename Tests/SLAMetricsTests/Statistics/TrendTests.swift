// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct TrendTests {
  @Test func trendIsThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().trend.cases {
      let trend = try #require(Trend(value.series))
      let n = value.series.count
      #expect(relativeError(trend.kendallTau, value.kendallTau) <= 1e-9, "\(n)")
      #expect(relativeError(trend.pValue, value.pValue) <= 1e-9, "\(n): \(trend.pValue)")
      #expect(relativeError(trend.slopePerSample, value.theilSenSlope) <= 1e-9, "\(n)")
      let (low, high) = (trend.slopeInterval.lowerBound, trend.slopeInterval.upperBound)
      #expect(relativeError(low, value.theilSenInterval95[0]) <= 1e-9, "\(n)")
      #expect(relativeError(high, value.theilSenInterval95[1]) <= 1e-9, "\(n)")
    }
  }

  /// With ties, by scipy 1.17.1: kendalltau(range(12), y, method="asymptotic"), theilslopes(y).
  @Test func tiesAreAllowedFor() throws {
    let trend = try #require(Trend([1, 1, 2, 1, 3, 3, 2, 4, 3, 3, 5, 4]))
    #expect(relativeError(trend.kendallTau, 0.7136990900824892) < 1e-12)
    #expect(relativeError(trend.pValue, 0.0022633358728580753) < 1e-12)
    #expect(relativeError(trend.slopePerSample, 0.3333333333333333) < 1e-12)
    #expect(trend.slopeInterval == 0.14285714285714285...0.4444444444444444)
  }

  @Test func straightLinesAreCertain() throws {
    let rise = try #require(Trend((0..<50).map { 7 * $0 }))
    #expect(rise.kendallTau == 1 && rise.pValue < 1e-20)
    #expect(rise.slopePerSample == 7 && rise.slopeInterval == 7...7)
    let fall = try #require(Trend((0..<50).map { -7 * $0 }))
    #expect(fall.kendallTau == -1 && fall.slopePerSample == -7 && fall.pValue == rise.pValue)
  }

  @Test func equalSamplesHaveNoTrend() throws {
    let trend = try #require(Trend([Int64](repeating: 9, count: 20)))
    #expect(trend.kendallTau == 0 && trend.pValue == 1)
    #expect(trend.slopePerSample == 0 && trend.slopeInterval == 0...0)
  }

  @Test func fewerThanTwoSamplesHaveNoSlope() {
    #expect(Trend([]) == nil && Trend([5]) == nil)
  }

  @Test func twoSamplesHaveOneSlope() throws {
    // S = 1, variance 1: erfc(1/√2) = 0.3173.
    let trend = try #require(Trend([3, 10]))
    #expect(trend.slopePerSample == 7 && trend.slopeInterval == 7...7 && trend.kendallTau == 1)
    #expect(relativeError(trend.pValue, 0.31731050786291415) < 1e-12)
  }

  @Test func thousandsOfSamplesMakeMillionsOfSlopes() throws {
    var generator = SplitMix64(seed: 4)
    let trend = try #require(
      Trend((0..<2_000).map { 11 * $0 + Int64.random(in: 0...5_000, using: &generator) })
    )
    #expect(trend.slopeInterval.contains(11) && trend.slopeInterval.contains(trend.slopePerSample))
  }
}
