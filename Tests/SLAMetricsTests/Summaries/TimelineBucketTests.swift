// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAMetrics

@Suite struct TimelineBucketTests {
  @Test(arguments: [0, 1, 255, 256, 1_000_000, 3_600_000_000_000, Int64.max - 1, .max])
  func aBucketHoldsTheDurationsOfItsCode(nanoseconds: Int64) {
    let bucket = TimelineBucket(code: TimelineBucket.code(of: nanoseconds), count: 7)
    #expect(bucket.count == 7 && TimelineBucket.codes.contains(bucket.code))
    #expect((bucket.lowestValue...bucket.highestValue).contains(nanoseconds))
    #expect(bucket.highestValue - bucket.lowestValue <= bucket.lowestValue / 128)
    #expect(TimelineBucket.code(of: bucket.lowestValue) == bucket.code)
    #expect(TimelineBucket.code(of: bucket.highestValue) == bucket.code)
  }

  @Test func countsStayAtTheMost() {
    let full = TimelineBucket(code: 5, count: TimelineBucket.maximumCount)
    let merged = [full].merged(with: [TimelineBucket(code: 5, count: 1)])
    #expect(merged == [full] && full.code == 5 && full.count == 1 << 48 - 1)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func mergingAddsUpByBucket(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var lists: [[TimelineBucket]] = [[], [], []]
    var counts: [Int: Int] = [:]
    for _ in 0..<500 {
      let value = Int64.random(in: 0...4_000, using: &generator)
      counts[TimelineBucket.code(of: value), default: 0] += 1
      lists[Int.random(in: 0...1, using: &generator)].add(value)
    }
    let merged = lists[0].merged(with: lists[1])
    #expect(merged.map(\.code) == counts.keys.sorted(), "seed \(seed)")
    #expect(merged.map(\.count) == counts.keys.sorted().map { counts[$0] }, "seed \(seed)")
    #expect(merged == lists[1].merged(with: lists[0]) && merged.merged(with: []) == merged)
  }
}
