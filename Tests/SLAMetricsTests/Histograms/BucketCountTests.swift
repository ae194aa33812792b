// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct BucketCountTests {
  @Test func boundsAreAllowed() {
    #expect(BucketCount(index: 0, count: 0).count == 0)
    #expect(BucketCount(index: 55_295, count: .max).index == 55_295)
  }

  @Test func otherBucketsTrap() async {
    await #expect(processExitsWith: .failure) { _ = BucketCount(index: 55_296, count: 1) }
    await #expect(processExitsWith: .failure) { _ = BucketCount(index: -1, count: 1) }
    await #expect(processExitsWith: .failure) { _ = BucketCount(index: 0, count: -1) }
  }

  @Test func listsAreCombinedBucketByBucket() {
    let left = [BucketCount(index: 1, count: 5), BucketCount(index: 7, count: 2)]
    let right = [BucketCount(index: 0, count: 1), BucketCount(index: 7, count: 3)]
    #expect(
      left.combined(with: right, +) == [
        BucketCount(index: 0, count: 1), BucketCount(index: 1, count: 5),
        BucketCount(index: 7, count: 5),
      ]
    )
    #expect(left.combined(with: left, -).isEmpty && [].combined(with: left, +) == left)
  }

  @Test func sortedSamplesAreCounted() {
    // 2,048 and 2,049 share a bucket, the first that is two wide.
    let counts = [BucketCount](ofSorted: [0, 5, 5, 2_048, 2_049])
    #expect(counts.map(\.index) == [0, 5, 2_048] && counts.map(\.count) == [1, 2, 2])
    #expect([BucketCount](ofSorted: []).isEmpty)
  }
}
