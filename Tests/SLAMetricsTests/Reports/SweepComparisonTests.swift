// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SweepComparisonTests {
  private func compared(_ step: [Int], _ base: [Int]) -> SweepComparison? {
    SweepReport.fixture([1: base, 2: step]).comparison(of: 2, to: 1)
  }

  @Test func changeIsAShareOfTheBase() throws {
    let comparison = try #require(compared([60, 62, 64], [99, 100, 101]))
    #expect(relativeError(comparison.change, -0.38) < 1e-6)
    #expect(comparison.isLower && !comparison.isHigher && !comparison.isOfOneRun)
    let interval = try #require(comparison.interval)
    #expect(interval.contains(-0.38) && interval.lowerBound > -0.5 && interval.upperBound < -0.3)
  }

  @Test func withoutIntervalsNothingIsShown() throws {
    let comparison = try #require(compared([60], [100]))
    #expect(comparison.interval == nil && !comparison.isLower && !comparison.isHigher)
    #expect(comparison.isOfOneRun)
  }

  @Test func whatHasNoThroughputCannotBeCompared() {
    #expect(compared([], [100]) == nil && compared([100], []) == nil)
  }
}
