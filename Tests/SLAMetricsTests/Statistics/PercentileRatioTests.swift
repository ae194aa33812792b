// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct PercentileRatioTests {
  @Test func intervalIsThatOfResamplesMadeOneByOne() throws {
    var generator = SplitMix64(seed: 21)
    let before = (0..<60).map { _ in Int64.random(in: 1_000...2_000, using: &generator) }
    let after = (0..<50).map { _ in Int64.random(in: 1_500...2_500, using: &generator) }
    let ratio = try #require(PercentileRatio(of: 0.5, before: before, after: after))
    func median(of values: [Int64]) -> Double {
      let resample = values.map { _ in values.randomElement(using: &generator) ?? 0 }
      return Double(resample.radixSorted()[Percentile.rank(of: 0.5, in: values.count) - 1])
    }
    let plain = (0..<1_000).map { _ in median(of: after) / median(of: before) }.sorted()
    // A quantile of 1,000 resamples is itself uncertain, by about 1 % here.
    #expect(relativeError(ratio.interval.lowerBound, plain[24]) < 0.03)
    #expect(relativeError(ratio.interval.upperBound, plain[974]) < 0.03)
    #expect(ratio.interval.contains(ratio.ratio))
  }

  @Test func sameSeedGivesTheSameInterval() {
    let (before, after) = ([Int64](100...300), [Int64](150...400))
    let first = PercentileRatio(of: 0.9, before: before, after: after)
    #expect(first == PercentileRatio(of: 0.9, before: before, after: after))
    #expect(first == PercentileRatio(of: 0.9, before: before.reversed(), after: after))
    #expect(first != PercentileRatio(of: 0.9, before: before, after: after, seed: 2))
  }

  @Test func moreConfidenceWidensTheInterval() throws {
    let (before, after) = ([Int64](100...300), [Int64](150...400))
    let narrow = try #require(
      PercentileRatio(of: 0.5, before: before, after: after, confidence: 0.5)
    )
    let wide = try #require(
      PercentileRatio(of: 0.5, before: before, after: after, confidence: 0.99)
    )
    #expect(wide.interval.lowerBound < narrow.interval.lowerBound)
    #expect(wide.interval.upperBound > narrow.interval.upperBound)
  }

  @Test func equalSamplesHaveAnIntervalOfOneRatio() throws {
    let ratio = try #require(PercentileRatio(of: 0.95, before: [4, 4, 4], after: [6, 6]))
    #expect(ratio.ratio == 1.5 && ratio.interval == 1.5...1.5)
    let single = try #require(
      PercentileRatio(of: 0.95, before: [4], after: [2], confidence: 0, resamples: 1)
    )
    #expect(single.interval == 0.5...0.5)
  }

  @Test func nothingHasNoRatio() {
    #expect(PercentileRatio(of: 0.5, before: [], after: [1]) == nil)
    #expect(PercentileRatio(of: 0.5, before: [1], after: []) == nil)
    #expect(PercentileRatio(of: 0.5, before: [0, 0, 1], after: [1]) == nil)
    #expect(PercentileRatio(of: 0.5, before: [-1], after: [1]) == nil)
  }

  @Test func resamplesOfNothingBeforeAreInfinite() throws {
    // Half of the samples are 0: the median of a resample is, too, half the time.
    let ratio = try #require(PercentileRatio(of: 0.6, before: [0, 0, 5, 5], after: [5]))
    #expect(ratio.ratio == 1 && ratio.interval == 1...Double.infinity)
  }

  @Test func noResamplesTrap() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = PercentileRatio(of: 0.5, before: [1], after: [1], resamples: 0)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("resamples must be at least 1 (was 0)"))
  }
}
