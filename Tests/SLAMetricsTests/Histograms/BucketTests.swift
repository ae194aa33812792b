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
    #expect(Bucket.count == 55_296)
    for index in 1..<Bucket.count {
      let first = Bucket.lowestValue(at: index)
      let last = Bucket.highestValue(at: index)
      guard Bucket.highestValue(at: index - 1) + 1 == first, first <= last,
        Bucket.index(of: first) == index, Bucket.index(of: last) == index
      else {
        Issue.record("bucket \(index) is \(first)...\(last)")
        return
      }
      // Three significant digits: no bucket is wider than a thousandth of its smallest value.
      guard last - first <= first / 1_000 else {
        Issue.record("bucket \(index), \(first)...\(last), is too wide")
        return
      }
    }
    #expect(Bucket.highestValue(at: Bucket.count - 1) == .max)
  }

  @Test func rangeReachesBeyondAnHour() {
    #expect(Bucket.range.contains(3_600_000_000_000))
    #expect(Bucket.index(of: Bucket.range.upperBound - 1) == 33_791)
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
