// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CommandComparisonTests {
  private func comparison(
    _ base: [Int64],
    _ other: [Int64],
    isJudged: Bool = true
  ) -> CommandComparison {
    CommandComparison(
      .fixture(),
      base: ("a", base.map { $0 * 1_000_000 }),
      other: ("b", other.map { $0 * 1_000_000 }),
      isJudged: isJudged
    )
  }

  @Test func figuresAreThoseOfTheStatistics() throws {
    let comparison = comparison([10, 11, 12, 13, 14], [22, 23, 24, 25, 26])
    #expect(
      comparison.baseMedian == .milliseconds(12) && comparison.otherMedian == .milliseconds(24)
    )
    // All 25 differences lie around 12 ms, which is the middle one.
    #expect(comparison.ratio == 2 && comparison.shift == .milliseconds(12))
    let interval = try #require(comparison.interval)
    // No resample is outside 22 / 14 and 26 / 10.
    #expect(interval.lowerBound >= 22.0 / 14 && interval.upperBound <= 2.6)
    // U is 0 of 25 pairs: z = (12.5 - 0.5) / √(25 · 11 / 12) = 2.507, of which both tails are 1.2 %.
    #expect(abs((comparison.pValue ?? 0) - 0.0122) < 0.0001)
    #expect(comparison.isDifferent)
    #expect(comparison.isAtMost(2.6) && !comparison.isAtMost(2))
    #expect(comparison.exceeds(1.5) && !comparison.exceeds(2))
  }

  @Test func equalRunsShowNoDifference() {
    let comparison = comparison([10, 10, 10], [10, 10, 10])
    #expect(!comparison.isDifferent && comparison.isAtMost(1) && comparison.pValue == 1)
  }

  @Test func withoutASuccessNothingIsShown() {
    for comparison in [comparison([], [10]), comparison([10], []), comparison([], [])] {
      #expect(comparison.ratio == nil && comparison.interval == nil && comparison.shift == nil)
      #expect(comparison.baseMedian == nil && comparison.pValue == nil)
      #expect(!comparison.isDifferent && !comparison.isAtMost(100) && comparison.exceeds(0))
    }
    let unjudged = comparison([], [], isJudged: false)
    #expect(unjudged.isAtMost(1) && !unjudged.exceeds(1))
  }
}
