// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct MomentsTests {
  @Test func momentsAreThoseOfTheOracle() throws {
    for sample in try StatisticsVectors.load().quantiles.cases {
      let moments = try #require(Moments(sample.samples))
      #expect(moments.count == sample.samples.count)
      #expect(relativeError(moments.mean, sample.mean) <= 1e-9)
      #expect((moments.standardDeviation == nil) == (sample.standardDeviation == nil))
      if let deviation = moments.standardDeviation, let expected = sample.standardDeviation {
        #expect(relativeError(deviation, expected) <= 1e-9)
      }
    }
  }

  @Test func nothingHasNoMean() {
    #expect(Moments([]) == nil)
  }

  @Test func singleSampleHasNoDeviation() throws {
    let moments = try #require(Moments([5]))
    #expect(moments.mean == 5 && moments.standardDeviation == nil)
  }

  @Test func equalSamplesDeviateByNothing() throws {
    let moments = try #require(Moments([Int64](repeating: 1_234_567_890_123, count: 1_000)))
    #expect(moments.standardDeviation == 0)
  }

  @Test func smallDeviationsOfLargeNumbersSurvive() throws {
    // Of 0, 1, 2, 4: mean 7/4, Σ(x − mean)² = 35/4, by 3.
    let moments = try #require(Moments([0, 1, 2, 4].map { $0 + 9_000_000_000_000_000_000 }))
    #expect(relativeError(try #require(moments.standardDeviation), 1.707825127659933) < 1e-15)
  }

  @Test func extremesDoNotOverflow() throws {
    let moments = try #require(Moments([.min, .max]))
    #expect(moments.mean == -0.5)
    // (2⁶⁴ − 1) / √2.
    #expect(relativeError(try #require(moments.standardDeviation), 1.3043817825332783e19) < 1e-15)
  }
}
