// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct BatchMeansTests {
  @Test func partsAreTenToThirty() {
    for count in 10...256 {
      let parts = BatchMeans.parts(Array(repeating: 1, count: count))
      #expect((10...30).contains(parts.count) && parts.allSatisfy { $0 == 1 }, "\(count)")
    }
    #expect(BatchMeans.parts([]).isEmpty && BatchMeans.parts([1, 2]) == [1, 2])
    // 31 intervals make 15 pairs; the last one is left over.
    #expect(BatchMeans.parts(Array(0..<31)) == (0..<15).map { Double(2 * $0) + 0.5 })
  }

  @Test func fewerThanEightIntervalsEstimateNothing() {
    #expect(BatchMeans.estimate([9, 10, 11, 9, 10, 11, 9]) == nil)
    #expect(BatchMeans.estimate([9, 10, 11, 9, 10, 11, 9, 11]) != nil)
  }

  /// Eight parts that alternate by 1 about 10: squares 8, and neighbours are not alike.
  @Test func varianceIsThatOfIndependentParts() throws {
    let estimate = try #require(BatchMeans.estimate([9, 11, 9, 11, 9, 11, 9, 11]))
    #expect(estimate.mean == 10 && estimate.degreesOfFreedom == 7)
    #expect(relativeError(estimate.variance, 8.0 / 7 / 8) < 1e-12)
  }

  @Test func aRunThatRisesThroughoutSaysNothingOrLittle() throws {
    let rising = Array(1...30)
    let mixed = rising.map { $0 * 7 % 31 }
    let steady = try #require(BatchMeans.estimate(mixed))
    #expect(steady.degreesOfFreedom > 15)
    if let estimate = BatchMeans.estimate(rising) { #expect(estimate.degreesOfFreedom < 3) }
  }

  @Test func equalCountsAreNotCertainty() throws {
    let estimate = try #require(BatchMeans.estimate(Array(repeating: 10, count: 20)))
    let interval = estimate.interval()
    #expect(interval.lowerBound < 10 && interval.upperBound > 10)
  }

  /// Of independent counts about one level, the interval has the level in it about as often as it says.
  @Test func coverageIsThatPromised() throws {
    let seed: UInt64 = 11
    var generator = SplitMix64(seed: seed)
    var hits = 0
    for _ in 0..<500 {
      let counts = (0..<40).map { _ in Int.random(in: 0...200, using: &generator) }
      let estimate = try #require(BatchMeans.estimate(counts))
      if estimate.interval().contains(100) { hits += 1 }
    }
    #expect((460...495).contains(hits), "seed \(seed): \(hits) of 500")
  }
}
