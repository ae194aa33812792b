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
    let counts = [1, 2, 3].map { MetricValue.count($0) }
    #expect(counts.map { relation.holds($0, .count(2)) } == expected)
    let readings = [-3, -2, -1].map { MetricValue.number($0) }
    #expect(readings.map { relation.holds($0, .number(-2)) } == expected)
    let slopes = [-3, -2, -1].map { MetricValue.slope($0) }
    #expect(slopes.map { relation.holds($0, .slope(-2)) } == expected)
  }

  @Test(arguments: Relation.allCases)
  func notANumberKeepsNoLimit(relation: Relation) {
    #expect(!relation.holds(Double.nan, 1))
    #expect(!relation.holds(.share(.nan), .share(1)) && !relation.holds(.number(1), .number(.nan)))
  }

  @Test func upperLimitsAndThoseIncludedAreTold() {
    #expect(Relation.allCases.filter(\.isUpperLimit) == [.less, .lessOrEqual])
    #expect(Relation.allCases.filter(\.includesLimit) == [.lessOrEqual, .greaterOrEqual])
  }

  @Test func limitOfAnotherUnitTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Relation.less.holds(.share(0.5), .duration(.seconds(1)))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("a limit must be of the unit of its figure (was 1 s for 50 %)"))
  }
}
