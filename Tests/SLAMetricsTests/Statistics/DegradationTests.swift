// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct DegradationTests {
  @Test func changeIsThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().trend.cases {
      let degradation = try #require(Degradation(value.series))
      #expect(relativeError(degradation.firstMean, value.firstTenMean) <= 1e-9)
      #expect(relativeError(degradation.lastMean, value.lastTenMean) <= 1e-9)
      let share = try #require(degradation.share)
      // The difference of two means loses what they have in common.
      #expect(abs(share - value.degradation) <= 1e-9 * max(abs(value.degradation), 1e-3))
    }
  }

  @Test func nothingHasNoDrift() {
    #expect(Degradation([]) == nil)
  }

  @Test func windowsOverlapInShortSeries() throws {
    // (2 + 3 + 4)/3 by (1 + 2 + 3)/3, less 1.
    #expect(try #require(Degradation([1, 2, 3, 4], window: 3)).share == 0.5)
    #expect(try #require(Degradation([7])).share == 0)
    #expect(try #require(Degradation([1, 9])).share == 0)
  }

  @Test func equalSamplesDoNotDrift() throws {
    #expect(try #require(Degradation([Int64](repeating: 4, count: 50))).share == 0)
  }

  @Test func riseFromNothingHasNoShare() throws {
    let degradation = try #require(Degradation([0, 5], window: 1))
    #expect(degradation.share == nil && degradation.lastMean == 5)
  }

  @Test func largestSamplesDoNotOverflow() throws {
    #expect(try #require(Degradation([Int64](repeating: .max, count: 30))).share == 0)
  }

  @Test func emptyWindowTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Degradation([1], window: 0)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("window must be at least 1 sample (was 0)"))
  }
}
