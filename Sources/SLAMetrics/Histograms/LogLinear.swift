// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Whole numbers in fewer bits: exact when small, to a fixed share of their size when large.
///
/// A number keeps its leading bit and so many bits after it; a code tells those and how many bits
/// were left off. Codes are in the order of their numbers, and without gaps.
package enum LogLinear {
  /// The code of a number.
  ///
  /// - Parameters:
  ///   - number: A number in `0...`.
  ///   - bits: How many bits are kept after the leading one, in `1...61`.
  /// - Returns: A code in `0...`; for numbers below 2^(bits + 1) the number itself.
  @inline(__always)
  package static func code(_ number: Int64, bits: Int) -> Int {
    let shift = (63 &- bits) &- (number | 1 &<< Int64(bits)).leadingZeroBitCount
    return (shift &<< bits) &+ Int(number &>> Int64(shift))
  }

  /// The smallest number with a code, at most 1/2^bits below the largest.
  @inline(__always)
  package static func lowestValue(_ code: Int, bits: Int) -> Int64 {
    let shift = max(code &>> bits &- 1, 0)
    return Int64(code &- shift &<< bits) &<< Int64(shift)
  }
}
