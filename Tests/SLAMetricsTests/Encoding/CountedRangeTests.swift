// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct CountedRangeTests {
  @Test func bucketsComeBack() {
    let buckets = [0, 1, 2_047, 2_048, 30_000, 55_295].map { BucketCount(index: $0, count: 7) }
    let ranges = buckets.map(CountedRange.init)
    #expect(ranges.bucketCounts == buckets)
    #expect(ranges[3].nanoseconds == 2_048...2_049)
    #expect(ranges[5].nanoseconds.upperBound == .max)
  }

  @Test func widerRangesGoToTheBucketOfTheirHighestValue() {
    // Two significant digits have ranges of 16 at 4,096; ours are 4 wide: 4,108...4,111.
    let ranges = [CountedRange(nanoseconds: 4_096...4_111, count: 3)]
    let bucket = BucketCount(index: Bucket.index(of: 4_111), count: 3)
    #expect(ranges.bucketCounts == [bucket])
  }

  @Test func narrowerRangesAreAddedUp() {
    let ranges = [
      CountedRange(nanoseconds: 4_096...4_096, count: 3),
      CountedRange(nanoseconds: 4_099...4_099, count: 4),
      CountedRange(nanoseconds: 4_100...4_100, count: 5),
    ]
    let first = Bucket.index(of: 4_096)
    #expect(
      ranges.bucketCounts
        == [BucketCount(index: first, count: 7), BucketCount(index: first + 1, count: 5)]
    )
  }
}
