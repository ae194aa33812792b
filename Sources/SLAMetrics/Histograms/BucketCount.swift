// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How many samples one bucket of ``Bucket`` holds.
package struct BucketCount: Sendable, Hashable {
  /// The bucket, in `0..<Bucket.count`.
  package let index: Int
  /// The number of samples, in `0...`.
  package internal(set) var count: Int

  /// Makes the count of one bucket.
  ///
  /// - Parameters:
  ///   - index: The bucket.
  ///   - count: The number of samples.
  /// - Precondition: `index` is in `0..<Bucket.count`, and `count` is not negative.
  package init(index: Int, count: Int) {
    trap(
      unless: (0..<Bucket.count).contains(index),
      "index must be in 0..<\(Bucket.count) (was \(index))"
    )
    trap(unless: count >= 0, "count must be in 0... (was \(count))")
    self.index = index
    self.count = count
  }
}

extension [BucketCount] {
  /// The counts of ascending values.
  package init(ofSorted samples: [Int64]) {
    self = []
    for sample in samples {
      let index = Bucket.index(of: sample)
      if last?.index == index {
        self[endIndex - 1].count += 1
      } else {
        append(.init(index: index, count: 1))
      }
    }
  }

  /// Combines the counts of two lists that ascend by index, and leaves out what comes to nothing.
  ///
  /// - Complexity: O(*n* + *m*).
  package func combined(with other: [BucketCount], _ combine: (Int, Int) -> Int) -> [BucketCount] {
    var result: [BucketCount] = []
    result.reserveCapacity(Swift.max(count, other.count))
    var (left, right) = (startIndex, other.startIndex)
    while left < endIndex || right < other.endIndex {
      let leftIndex = left < endIndex ? self[left].index : .max
      let rightIndex = right < other.endIndex ? other[right].index : .max
      let index = Swift.min(leftIndex, rightIndex)
      let mine = leftIndex == index ? self[left].count : 0
      let theirs = rightIndex == index ? other[right].count : 0
      let count = combine(mine, theirs)
      if count > 0 { result.append(.init(index: index, count: count)) }
      if leftIndex == index { left += 1 }
      if rightIndex == index { right += 1 }
    }
    return result
  }
}
