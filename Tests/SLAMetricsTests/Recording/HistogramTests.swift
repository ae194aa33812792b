// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HistogramTests {
  @Test func nothingRecordedIsNotZero() {
    let histogram = Histogram()
    #expect(histogram.count == 0 && histogram.mean == nil)
  }

  @Test func samplesStayExactUpToTheirCapacity() {
    var histogram = Histogram()
    for value in 0..<Histogram.exactCapacity { histogram.record(Int64(value)) }
    #expect(histogram.isExact && histogram.exact.count == 8_192)
    histogram.record(5)
    #expect(!histogram.isExact && histogram.exact.isEmpty)
    #expect(histogram.buckets.reduce(0, +) == 8_193)
  }

  @Test func negativeDurationsAreCountedApart() {
    var histogram = Histogram()
    histogram.record(-1)
    histogram.record(.min)
    #expect(histogram.negativeCount == 2 && histogram.count == 0)
    histogram.record(3)
    #expect(histogram.count == 1 && histogram.minimum == 3 && histogram.mean == 3)
  }

  @Test func sumOfTheLongestDurationsDoesNotOverflow() {
    var histogram = Histogram()
    for _ in 0..<10 { histogram.record(.max) }
    #expect(histogram.mean == .max && histogram.maximum == .max)
  }

  @Test func meanRoundsToTheNearestNanosecond() {
    var histogram = Histogram()
    for value in [Int64(1), 2, 2] { histogram.record(value) }
    #expect(histogram.mean == 2)  // 5/3 = 1.67
  }

  /// Counts, bounds and buckets after a merge are those of one histogram fed with everything.
  @Test(arguments: [
    (3, 4), (8_000, 192), (8_000, 193), (9_000, 3), (3, 9_000), (9_000, 9_000), (0, 5),
  ])
  func mergedEqualsOneFedWithEverything(left: Int, right: Int) {
    let seed = UInt64(left * 31 + right)
    var generator = SplitMix64(seed: seed)
    var (first, second, all) = (Histogram(), Histogram(), Histogram())
    for index in 0..<(left + right) {
      let value = Int64.random(in: -5...10_000_000_000, using: &generator)
      if index < left { first.record(value) } else { second.record(value) }
      all.record(value)
    }
    first.merge(second)
    #expect(first == all, "seed \(seed)")
  }
}
