// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct MannWhitneyTests {
  @Test func testIsThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().mannWhitney.cases {
      let test = try #require(MannWhitney(before: value.before, after: value.after))
      #expect(relativeError(test.u, value.u) <= 1e-9)
      #expect(relativeError(test.pValue, value.pValue) <= 1e-9, "\(test.pValue), \(value.pValue)")
    }
  }

  /// With many ties, by scipy 1.17.1: mannwhitneyu([1, 1, 2, 3], [2, 2, 3, 3, 4], "asymptotic").
  @Test func tiesCountByHalf() throws {
    let test = try #require(MannWhitney(before: [3, 1, 2, 1], after: [2, 4, 3, 2, 3]))
    // Pairs: 1 and 1 exceed none; 2 ties with two; 3 exceeds two and ties with two.
    #expect(test.u == 4)
    #expect(relativeError(test.pValue, 0.16128226777907761) < 1e-9)
  }

  @Test func sidesAreMirrored() throws {
    let (low, high) = ([Int64](1...40), [Int64](20...70))
    let test = try #require(MannWhitney(before: low, after: high))
    let mirrored = try #require(MannWhitney(before: high, after: low))
    #expect(test.u + mirrored.u == 40 * 51)
    #expect(test.pValue == mirrored.pValue)
  }

  @Test func smallestChanceKeepsItsDigits() throws {
    // U = 0 of 500 · 500: z = (125,000 − ½) / √(250,000/12 · 1,001) = 27.3725, far below 1e-100.
    let test = try #require(MannWhitney(before: [Int64](1...500), after: [Int64](501...1_000)))
    #expect(test.u == 0)
    #expect(relativeError(test.pValue, 5.8562429134995787e-165) < 1e-9)
  }

  @Test func equalSamplesDoNotDiffer() throws {
    let test = try #require(MannWhitney(before: [5, 5, 5], after: [5, 5]))
    #expect(test.u == 3 && test.pValue == 1)
    #expect(try #require(MannWhitney(before: [1], after: [2])).pValue == 1)
  }

  @Test func nothingCannotBeCompared() {
    #expect(MannWhitney(before: [], after: [1]) == nil)
    #expect(MannWhitney(before: [1], after: []) == nil)
  }
}
