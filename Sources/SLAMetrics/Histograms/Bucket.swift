// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of log-linear buckets with ten sub-bucket bits.
///
/// Values below 2,048 ns have a bucket each; above, each power of two is cut into 1,024 buckets of
/// equal width, so a bucket is never wider than 1/1,024 of its values. They are the buckets of
/// HdrHistogram at three significant digits (G. Tene, http://hdrhistogram.org). Every duration has its
/// bucket, up to 292 years; longer ones than ``range`` are pointed out.
package enum Bucket {
  /// The durations that a recorder is meant for, in nanoseconds: up to 2⁴², more than 73 minutes.
  package static let range: Range<Int64> = 0..<(1 << 42)
  /// The number of buckets: 55,296.
  package static let count = index(of: .max) + 1

  /// How many buckets follow each other in memory: those of one power of two.
  static let pageSize = 1_024
  /// The number of pages that hold all buckets.
  static let pageCount = count / pageSize

  /// The bucket of a value in `0...`; O(1).
  @inline(__always)
  package static func index(of nanoseconds: Int64) -> Int {
    LogLinear.code(nanoseconds, bits: 10)
  }

  /// The smallest value that a bucket holds.
  package static func lowestValue(at index: Int) -> Int64 {
    LogLinear.lowestValue(index, bits: 10)
  }

  /// The value of a bucket that is nearest to one that may lie outside it.
  static func nearest(to value: Int64, at index: Int) -> Int64 {
    min(max(value, lowestValue(at: index)), highestValue(at: index))
  }

  /// The largest value that a bucket holds.
  package static func highestValue(at index: Int) -> Int64 {
    index == count - 1 ? .max : LogLinear.lowestValue(index + 1, bits: 10) - 1
  }
}
