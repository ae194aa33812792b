// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ProportionBoundTests {
  @Test func boundsAreThoseOfTheOracle() throws {
    for value in try StatisticsVectors.load().proportionBounds.cases {
      let lower = ProportionBound.lower(value.k, of: value.n, confidence: value.confidence)
      let upper = ProportionBound.upper(value.k, of: value.n, confidence: value.confidence)
      #expect(relativeError(lower, value.lower) <= 1e-9, "\(value): \(lower)")
      #expect(relativeError(upper, value.upper) <= 1e-9, "\(value): \(upper)")
    }
  }

  /// The chance of k or more at the lower bound, and of k or fewer at the upper, is 5 %.
  @Test func boundsLeaveTheChanceOfErrorAtAnySize() {
    for total in [3, 59, 1_000, 1_000_000, 1_000_000_000] {
      for count in [1, 2, total / 3, total / 2, total - 1] where count >= 1 && count < total {
        let lower = ProportionBound.lower(count, of: total, confidence: 0.95)
        let upper = ProportionBound.upper(count, of: total, confidence: 0.95)
        let (k, n) = (Double(count), Double(total))
        let orMore = IncompleteBeta(k, n - k + 1).lower(at: lower)
        let orFewer = IncompleteBeta(k + 1, n - k).upper(at: upper)
        // A bound is rounded to 1e-16 of itself; the chance moves by up to √n·k/n times as much.
        let rounding = 1e-11 + 1e-15 * k
        #expect(relativeError(orMore, 0.05) < rounding, "\(count) of \(total): \(orMore)")
        #expect(relativeError(orFewer, 0.05) < rounding, "\(count) of \(total): \(orFewer)")
        #expect(lower < k / n && k / n < upper)
      }
    }
  }

  @Test func noneAndAllHaveClosedForms() {
    // 1 − 0.05^(1/59) = 0.04951: the 59 of a 95th percentile at 95 %.
    let upper = ProportionBound.upper(0, of: 59, confidence: 0.95)
    #expect(relativeError(upper, 0.049507609888226944) < 1e-12)
    let lower = ProportionBound.lower(59, of: 59, confidence: 0.95)
    #expect(relativeError(lower, 1 - upper) < 1e-12)
    #expect(ProportionBound.lower(0, of: 59, confidence: 0.95) == 0)
    #expect(ProportionBound.upper(59, of: 59, confidence: 0.95) == 1)
  }

  @Test func nothingSeenBoundsNothing() {
    #expect(ProportionBound.lower(0, of: 0, confidence: 0.95) == 0)
    #expect(ProportionBound.upper(0, of: 0, confidence: 0.95) == 1)
  }

  @Test func moreThanAllTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ProportionBound.lower(4, of: 3, confidence: 0.95)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("count must be in 0...total, as 3 of 100 (was 4 of 3)"))
  }

  @Test func confidenceInPercentTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ProportionBound.upper(3, of: 100, confidence: 95)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("confidence must be in 0..<1, as 0.95 (was 95.0)"))
  }
}
