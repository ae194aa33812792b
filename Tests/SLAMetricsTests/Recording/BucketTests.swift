// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct BucketTests {
  @Test func everySmallValueHasABucketOfItsOwn() {
    for value in Int64(0)..<2_048 {
      #expect(Bucket.index(of: value) == Int(value))
      #expect(Bucket.highestValue(at: Int(value)) == value)
    }
  }

  @Test func bucketsFollowEachOtherWithoutGap() {
    for index in 1..<(Bucket.count - 1) {
      let first = Bucket.highestValue(at: index - 1) + 1
      let last = Bucket.highestValue(at: index)
      guard Bucket.index(of: first) == index, Bucket.index(of: last) == index, first <= last else {
        Issue.record("bucket \(index) is \(first)...\(last)")
        return
      }
      // Three significant digits: no bucket is wider than a thousandth of its smallest value.
      guard first < 2_048 || (last - first + 1) * 1_000 <= first else {
        Issue.record("bucket \(index), \(first)...\(last), is too wide")
        return
      }
    }
    // The last bucket of the range ends where the range does: 2^42 ns.
    #expect(Bucket.highestValue(at: Bucket.count - 2) == Bucket.rangeEnd - 1)
  }

  @Test func whatLiesBeyondTheRangeHasTheLastBucket() {
    for value in [Bucket.rangeEnd, Bucket.rangeEnd + 1, .max] {
      #expect(Bucket.index(of: value) == Bucket.count - 1)
    }
    #expect(Bucket.highestValue(at: Bucket.count - 1) == .max)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func randomValuesAreAtMostAThousandthBelowTheirBucketsEnd(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<10_000 {
      let value = Int64.random(
        in: 0..<(1 << Int64.random(in: 1...42, using: &generator)),
        using: &generator
      )
      let end = Bucket.highestValue(at: Bucket.index(of: value))
      #expect(
        end >= value && Double(end - value) <= Double(value) / 1_000,
        "\(value), seed \(seed)"
      )
    }
  }
}
