// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SummaryTests {
  private func summarize(_ nanoseconds: [Int64]) -> Summary? {
    var histogram = Histogram()
    for value in nanoseconds { histogram.record(value) }
    return Summary(histogram)
  }

  @Test func summaryOfNothingIsNil() {
    #expect(summarize([]) == nil)
    #expect(summarize([-1]) == nil)
  }

  @Test func figuresOfTheFirstTwentyMilliseconds() throws {
    let summary = try #require(summarize((1...20).shuffled().map { Int64($0) * 1_000_000 }))
    #expect(summary.count == 20 && summary.isExact)
    #expect(summary.min == .milliseconds(1) && summary.max == .milliseconds(20))
    #expect(summary.mean == .microseconds(10_500))  // (1 + 20) / 2
    // Nearest rank: ⌈0.5·20⌉ = 10, ⌈0.9·20⌉ = 18, ⌈0.95·20⌉ = 19, ⌈0.99·20⌉ = 20.
    #expect(summary.p50 == .milliseconds(10) && summary.p90 == .milliseconds(18))
    #expect(summary.p95 == .milliseconds(19) && summary.p99 == .milliseconds(20))
    #expect(summary.percentile(0) == .milliseconds(1) && summary.percentile(1) == .milliseconds(20))
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func percentilesBeyondTheExactOnesAreAtMostAThousandthTooHigh(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    // Log-uniform over the whole range, from nanoseconds to centuries.
    let values = (0..<20_000).map { _ in
      Int64.random(in: 0...(.max >> Int64.random(in: 0...62, using: &generator)), using: &generator)
    }
    let sorted = values.sorted()
    let summary = try #require(summarize(values))
    #expect(!summary.isExact)
    for quantile in stride(from: 0.0, through: 1, by: 0.001) {
      let exact = sorted[Percentile.rank(of: quantile, in: values.count) - 1]
      let bounds = summary.bounds(ofPercentile: quantile)
      let (low, high) = (bounds.lowerBound.wholeNanoseconds, bounds.upperBound.wholeNanoseconds)
      #expect(low <= exact && exact <= high, "quantile \(quantile), seed \(seed)")
      #expect(high - low <= low / 1_000, "quantile \(quantile), seed \(seed)")
      #expect(summary.percentile(quantile) == bounds.upperBound)
    }
    #expect(summary.max == .nanoseconds(sorted[19_999]))
  }
}
