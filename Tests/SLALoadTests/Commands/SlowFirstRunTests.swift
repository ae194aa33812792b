// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct SlowFirstRunTests {
  /// The others are 10 ms and 11 ms: a median of 11 ms, and deviations of 0 and 1 ms, in the middle 0 or 1.
  private let others: [Int64] = [10, 11, 10, 11, 10, 11].map { $0 * 1_000_000 }

  @Test func aFirstRunFarBeyondTheOthersIsFound() throws {
    let slow = try #require(SlowFirstRun([50_000_000] + others))
    #expect(slow.first == .milliseconds(50) && slow.median == .milliseconds(11))
  }

  @Test(arguments: [
    // Half as much again is no more than that.
    [16_500_000], [10_000_000], [9_000_000],
  ])
  func aFirstRunLikeTheOthersIsNone(first: [Int64]) {
    #expect(SlowFirstRun(first + others) == nil)
  }

  @Test func runsThatScatterAsMuchAndFewRunsSayNothing() {
    #expect(SlowFirstRun([50, 10, 40, 20, 30, 45, 15]) == nil)
    #expect(SlowFirstRun([50_000_000, 10_000_000, 10_000_000, 10_000_000]) == nil)
    #expect(SlowFirstRun([]) == nil)
  }

  @Test func ofEqualRunsOneIsFoundByItsFactorAlone() {
    let same = [Int64](repeating: 10_000_000, count: 9)
    #expect(SlowFirstRun([15_000_000] + same) == nil)
    #expect(SlowFirstRun([15_000_001] + same) != nil)
  }
}
