// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HodgesLehmannTests {
  @Test func shiftIsThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().mannWhitney.cases {
      let shift = try #require(HodgesLehmann.shift(from: value.before, to: value.after))
      #expect(relativeError(shift, value.hodgesLehmannShift) <= 1e-9)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func shiftIsTheMedianOfAllDifferences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let limit: Int64 = seed.isMultiple(of: 2) ? 3 : 1_000_000_000_000
    func samples() -> [Int64] {
      (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Int64.random(in: -limit...limit, using: &generator)
      }
    }
    let (before, after) = (samples(), samples())
    let all = before.flatMap { value in after.map { $0 - value } }.sorted()
    let expected = Double(all[(all.count - 1) / 2] + all[all.count / 2]) / 2
    #expect(HodgesLehmann.shift(from: before, to: after) == expected, "seed \(seed)")
  }

  @Test func thousandsOfSamplesMakeMillionsOfDifferences() {
    let before = (0..<5_000).map { Int64($0 * 7_919 % 5_000) }
    #expect(HodgesLehmann.shift(from: before, to: before.map { $0 + 123 }) == 123)
  }

  @Test func equalSamplesDoNotShift() {
    #expect(HodgesLehmann.shift(from: [5, 5, 5], to: [5, 5]) == 0)
    #expect(HodgesLehmann.shift(from: [3], to: [10]) == 7)
  }

  @Test func nothingHasNoShift() {
    #expect(HodgesLehmann.shift(from: [], to: [1]) == nil)
    #expect(HodgesLehmann.shift(from: [1], to: []) == nil)
  }

  @Test func extremesCountAsTheLargestThatAreTold() {
    // Nine of the sixteen differences are 2⁶⁰ less −2⁶⁰.
    let shift = HodgesLehmann.shift(from: [.min, .min, .min, .max], to: [.max, .max, .max, .min])
    #expect(shift == 0x1p61)
  }
}
