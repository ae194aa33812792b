// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct MeanEstimateTests {
  /// Mean 3, deviation √2.5; 3 ± 2.7764451 · √(2.5 / 5).
  @Test func intervalIsStudents() throws {
    let estimate = try #require(MeanEstimate([1, 2, 3, 4, 5]))
    #expect(estimate.mean == 3 && estimate.degreesOfFreedom == 4)
    #expect(relativeError(estimate.variance, 0.5) < 1e-12)
    let interval = estimate.interval()
    #expect(relativeError(interval.upperBound, 3 + 2.7764451051977934 * 0.5.squareRoot()) < 1e-9)
    #expect(relativeError(3 - interval.lowerBound, interval.upperBound - 3) < 1e-9)
  }

  /// Variances 0.5 / 1 and 8 / 3 by the number of samples: 1/2 · 1/2 and 4/3; degrees by Satterthwaite.
  @Test func differenceIsWelchs() throws {
    let one = try #require(MeanEstimate([1, 2]))
    let other = try #require(MeanEstimate([2, 4, 6]))
    let difference = other.difference(from: one)
    #expect(difference.mean == 2.5)
    #expect(relativeError(difference.variance, 0.25 + 4.0 / 3) < 1e-12)
    let sum = 0.25 + 4.0 / 3
    let degrees = sum * sum / (0.25 * 0.25 / 1 + 16.0 / 9 / 2)
    #expect(relativeError(difference.degreesOfFreedom, degrees) < 1e-12)
  }

  @Test func withoutVarianceTheFewestDegreesCount() throws {
    let one = try #require(MeanEstimate([5, 5]))
    let other = try #require(MeanEstimate([7, 7, 7]))
    let difference = other.difference(from: one)
    #expect(difference.degreesOfFreedom == 1 && difference.interval() == 2...2)
  }

  @Test func oneSampleEstimatesNothing() {
    #expect(MeanEstimate([]) == nil && MeanEstimate([1]) == nil)
  }
}
