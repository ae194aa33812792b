// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of log-linear buckets with ten sub-bucket bits.
///
/// Values below 2,048 ns have a bucket each; above, each power of two is cut into 1,024 buckets of
/// equal width, so a bucket is never wider than 1/1,024 of its values. The last bucket takes
/// everything from 2^42 ns (73 minutes) upwards.
package enum Bucket {
  /// The first value beyond the range, in nanoseconds: 2^42, about 73 minutes.
  package static let rangeEnd: Int64 = 1 << 42

  /// The number of buckets: one for each index below `rangeEnd`, and one for what lies beyond.
  package static let count = index(of: rangeEnd - 1) + 2

  /// The bucket of a value in `0...`; O(1).
  package static func index(of nanoseconds: Int64) -> Int {
    guard nanoseconds < rangeEnd else { return count - 1 }
    let shift = 53 - (nanoseconds | 1_024).leadingZeroBitCount
    return shift << 10 + Int(nanoseconds >> Int64(shift))
  }

  /// The largest value that a bucket holds; the bucket of what lies beyond the range has no bound.
  package static func highestValue(at index: Int) -> Int64 {
    guard index < count - 1 else { return .max }
    guard index >= 2_048 else { return Int64(index) }
    let shift = index >> 10 - 1
    let subBucket = Int64(index - shift << 10)
    return (subBucket + 1) << Int64(shift) - 1
  }
}
