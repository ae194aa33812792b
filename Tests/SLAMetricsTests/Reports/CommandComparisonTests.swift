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
    isJudged: Bool = true,
    failures: [String: Int] = [:]
  ) -> CommandComparison {
    CommandComparison(
      .command("b", memory: [], failures: failures),
      base: ("a", base.map { $0 * 1_000_000 }),
      other: ("b", other.map { $0 * 1_000_000 }),
      isJudged: isJudged
    )
  }

  @Test func figuresAreThoseOfTheStatistics() throws {
    let comparison = comparison([10, 11, 12, 13, 14, 15], [22, 23, 24, 25, 26, 27])
    #expect(
      comparison.baseMedian == .milliseconds(12) && comparison.otherMedian == .milliseconds(24)
    )
    // All 36 differences lie around 12 ms, which is the middle one.
    #expect(comparison.ratio == 2 && comparison.shift == .milliseconds(12))
    let interval = try #require(comparison.interval)
    // No resample is outside 22 / 15 and 27 / 10.
    #expect(interval.lowerBound >= 22.0 / 15 && interval.upperBound <= 2.7)
    // U is 0 of 36 pairs: z = (18 - 0.5) / √(36 · 13 / 12) = 2.802, of which both tails are 0.51 %.
    #expect(abs((comparison.pValue ?? 0) - 0.00508) < 0.00001)
    #expect(comparison.isDifferent)
    #expect(comparison.isAtMost(2.7) && !comparison.isAtMost(2))
    #expect(comparison.exceeds(1.4) && !comparison.exceeds(2))
  }

  /// The median of all is beyond all of n runs with probability 0.5ⁿ on each side.
  @Test func fewerThanSixRunsShowNothing() {
    let covered = (1...9).map { 1 - 2 * [Double](repeating: 0.5, count: $0).reduce(1, *) }
    let fewest = covered.firstIndex { $0 >= 0.95 }.map { $0 + 1 }
    #expect(fewest == 6 && CommandComparison.fewestRuns == 6)
    let (few, enough) = ([Int64](repeating: 10, count: 5), [Int64](repeating: 20, count: 6))
    for comparison in [comparison(few, enough), comparison(enough, few)] {
      #expect(comparison.interval == nil && comparison.ratio != nil)
      #expect(!comparison.isDifferent && !comparison.isAtMost(100) && !comparison.exceeds(0.1))
    }
    #expect(comparison(enough, enough).isAtMost(1))
  }

  @Test func aFailureOfEitherIsNeverFast() {
    let runs = [Int64](repeating: 10, count: 6)
    for isJudged in [true, false] {
      let failed = comparison(runs, runs, isJudged: isJudged, failures: ["exit status 1": 1])
      #expect(!failed.isAtMost(100) && failed.exceeds(100) && failed.interval == 1...1)
    }
  }

  @Test func equalRunsShowNoDifference() {
    let comparison = comparison(.init(repeating: 10, count: 6), .init(repeating: 10, count: 6))
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
