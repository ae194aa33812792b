// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct ArrivalTimesTests {
  private func times(
    _ stages: [LoadStage],
    _ spacing: ArrivalSpacing = .even,
    seed: UInt64 = 0
  ) -> [Int64] {
    Array(ArrivalTimes(stages, spacing: spacing, seed: seed))
  }

  @Test func evenArrivalsAreAPeriodApart() {
    let times = times([.hold(perSecond: 200, for: .seconds(10))])
    #expect(times.count == 2_000)
    #expect(times.indices.allSatisfy { times[$0] == Int64($0) * 5_000_000 })
  }

  @Test(arguments: [(0.1, 1), (1, 1), (3, 3), (9.99, 10), (7, 7), (1_000_000, 1_000_000)])
  func asManyComeAsBegin(perSecond: Double, expected: Int) {
    #expect(times([.hold(perSecond: perSecond, for: .seconds(1))]).count == expected)
  }

  @Test func nothingComesOfNothing() {
    #expect(times([]).isEmpty)
    #expect(times([.hold(perSecond: 0, for: .seconds(5))]).isEmpty)
    #expect(times([.hold(perSecond: 100, for: .zero)]).isEmpty)
  }

  /// From 0 to 100 per second in 2 s: 100 arrivals, the k-th when 25·t² = k.
  @Test func rampsFollowTheSquareRoot() {
    let times = times([.ramp(from: 0, to: 100, for: .seconds(2))])
    #expect(times.count == 100)
    for (number, time) in times.enumerated() {
      let expected = (Double(number) / 25).squareRoot() * 1e9
      #expect(abs(Double(time) - expected) <= 1)
    }
  }

  @Test func rampsDownMirrorRampsUp() {
    let times = times([.ramp(from: 100, to: 0, for: .seconds(2))])
    #expect(times.count == 100 && times[0] == 0)
    // 75 of 100 come in the first second: 100·t − 25·t² = 75 at t = 1.
    #expect(times.count { $0 < 1_000_000_000 } == 75)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func stagesFollowEachOtherWithoutAGap() {
    let times = times([
      .hold(perSecond: 10, for: .seconds(1)), .hold(perSecond: 0, for: .seconds(1)),
      .hold(perSecond: 20, for: .seconds(1)),
    ])
    #expect(times.count == 30)
    #expect(times[9] == 900_000_000 && times[10] == 2_000_000_000 && times[29] == 2_950_000_000)
  }

  @Test func poissonFollowsFromItsSeed() {
    let stages = [LoadStage.hold(perSecond: 100, for: .seconds(100))]
    #expect(times(stages, .poisson, seed: 7) == times(stages, .poisson, seed: 7))
    #expect(times(stages, .poisson, seed: 7) != times(stages, .poisson, seed: 8))
  }

  /// Mean and variance of gaps are 1/λ and 1/λ², and the count is within five standard deviations.
  @Test(arguments: [UInt64(1), 2, 3])
  func poissonGapsAreExponential(seed: UInt64) throws {
    let times = times([.hold(perSecond: 100, for: .seconds(200))], .poisson, seed: seed)
    #expect(abs(Double(times.count) - 20_000) < 5 * 20_000.0.squareRoot(), "seed \(seed)")
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    let gaps = zip(times.dropFirst(), times).map { Double($0 - $1) / 1e7 }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(gaps.count)
    #expect(abs(mean - 1) < 0.04 && abs(variance - 1) < 0.1, "seed \(seed)")
  }

  @Test func poissonKeepsToTheRampsRates() {
    let times = times([.ramp(from: 0, to: 1_000, for: .seconds(20))], .poisson, seed: 3)
    // A quarter of all is expected in the first half.
    let early = Double(times.count { $0 < 10_000_000_000 }) / Double(times.count)
    #expect(abs(early - 0.25) < 0.03)
  }
}
