// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Which values each count of an HdrHistogram stands for.
///
/// With s sub-bucket bits, the smallest number with 2^s ≥ 2 · 10^digits, and unit 2^u, the greatest
/// power of two that is at most the lowest value: the first 2^s counts stand for one unit each, and
/// every further 2^(s−1) counts for units twice as large as those before. With three digits and
/// lowest value 1 this is ``Bucket``.
///
/// G. Tene, http://hdrhistogram.org.
package struct HdrLayout: Sendable {
  /// The number of counts that reach the highest value.
  package let count: Int
  /// s, in `1...18`.
  private let subBucketBits: Int
  /// u, in `0...`; s + u is at most 63.
  private let unitBits: Int

  /// Makes the layout that the header of a histogram describes, or `nil` for settings that none has.
  ///
  /// - Parameters:
  ///   - digits: The significant decimal digits, in `0...5`.
  ///   - lowest: The lowest value that can be told from zero, in `1...`.
  ///   - highest: The highest value that must be counted, at least `lowest` and at most 2^63 − 1.
  ///     The first 2^s units must fit 63 bits.
  package init?(digits: UInt32, lowest: UInt64, highest: UInt64) {
    // The smallest powers of two that are at least 2, 20, 200, 2,000, 20,000 and 200,000.
    let bitsByDigits = [1, 5, 8, 11, 15, 18]
    guard digits < bitsByDigits.count, lowest > 0, highest >= lowest, highest <= Int64.max else {
      return nil
    }
    subBucketBits = bitsByDigits[Int(digits)]
    unitBits = 63 - lowest.leadingZeroBitCount
    guard subBucketBits + unitBits <= 63 else { return nil }
    let doublings = max(0, 64 - highest.leadingZeroBitCount - subBucketBits - unitBits)
    count = (doublings + 2) << (subBucketBits - 1)
  }

  /// The values that a count stands for; O(1).
  ///
  /// - Parameter index: The place of the count, in `0..<count`.
  /// - Returns: The values.
  package func values(at index: Int) -> ClosedRange<Int64> {
    let doublings = max(index >> (subBucketBits - 1) - 1, 0)
    let units = Int64(index - doublings << (subBucketBits - 1))
    let bits = Int64(doublings + unitBits)
    let lowest = units << bits
    return lowest...lowest + (1 << bits - 1)
  }
}
