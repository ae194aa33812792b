// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of log-linear buckets with ten sub-bucket bits.
///
/// Values below 2,048 ns have a bucket each; above, each power of two is cut into 1,024 buckets of
/// equal width, so a bucket is never wider than 1/1,024 of its values. The range is all of `Int64`,
/// 292 years, so that no duration lies beyond it.
package enum Bucket {
  /// The number of buckets: 55,296.
  package static let count = index(of: .max) + 1

  /// The bucket of a value in `0...`; O(1).
  package static func index(of nanoseconds: Int64) -> Int {
    let shift = 53 - (nanoseconds | 1_024).leadingZeroBitCount
    return shift << 10 + Int(nanoseconds >> Int64(shift))
  }

  /// The smallest value that a bucket holds.
  package static func lowestValue(at index: Int) -> Int64 {
    let shift = shift(at: index)
    return Int64(index - shift << 10) << Int64(shift)
  }

  /// The largest value that a bucket holds.
  package static func highestValue(at index: Int) -> Int64 {
    lowestValue(at: index) + (1 << Int64(shift(at: index)) - 1)
  }

  private static func shift(at index: Int) -> Int { max(index >> 10 - 1, 0) }
}
