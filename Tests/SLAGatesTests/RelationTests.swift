// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct RelationTests {
  @Test(arguments: [
    // value below, at, above the limit
    (Relation.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
    (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
  ])
  func holdsBelowAtAndAboveTheLimit(relation: Relation, expected: [Bool]) {
    #expect([1, 2, 3].map { relation.holds($0, 2) } == expected)
    let durations = [1, 2, 3].map { MetricValue.duration(.seconds($0)) }
    #expect(durations.map { relation.holds($0, .duration(.seconds(2))) } == expected)
    let shares = [0.1, 0.2, 0.3].map { MetricValue.share($0) }
    #expect(shares.map { relation.holds($0, .share(0.2)) } == expected)
    let rates = [1, 2, 3].map { MetricValue.rate(.perSecond($0)) }
    #expect(rates.map { relation.holds($0, .rate(.perSecond(2))) } == expected)
  }

  @Test(arguments: Relation.allCases)
  func notANumberKeepsNoLimit(relation: Relation) {
    #expect(!relation.holds(Double.nan, 1))
  }

  @Test func limitOfAnotherUnitTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Relation.less.holds(.share(0.5), .duration(.seconds(1)))
    }
  }
}
