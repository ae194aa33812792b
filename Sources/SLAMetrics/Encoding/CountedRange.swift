// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How many values a histogram counts as one, and which: those from a lowest to a highest.
public struct CountedRange: Sendable, Hashable {
  /// The values that are counted together, in nanoseconds, in `0...`.
  public let nanoseconds: ClosedRange<Int64>
  /// The number of values, in `1...`.
  public let count: Int

  package init(nanoseconds: ClosedRange<Int64>, count: Int) {
    self.nanoseconds = nanoseconds
    self.count = count
  }

  /// The values of a bucket, and their count.
  package init(_ bucket: BucketCount) {
    nanoseconds = Bucket.lowestValue(at: bucket.index)...Bucket.highestValue(at: bucket.index)
    count = bucket.count
  }
}

extension [CountedRange] {
  /// The counts by bucket, ascending; a range wider than a bucket goes to that of its highest value.
  ///
  /// Lossless for ranges that are buckets. The ranges must ascend.
  ///
  /// - Complexity: O(n).
  package var bucketCounts: [BucketCount] {
    var buckets: [BucketCount] = []
    buckets.reserveCapacity(count)
    for range in self {
      let index = Bucket.index(of: range.nanoseconds.upperBound)
      if let last = buckets.last, last.index == index {
        buckets.removeLast()
        buckets.append(BucketCount(index: index, count: last.count + range.count))
      } else {
        buckets.append(BucketCount(index: index, count: range.count))
      }
    }
    return buckets
  }
}
