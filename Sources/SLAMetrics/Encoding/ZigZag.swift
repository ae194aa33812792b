// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Whole numbers in one to nine bytes, fewer the closer they are to zero.
///
/// A number is doubled, less one and made positive if it was negative (0, −1, 1, −2, … become
/// 0, 1, 2, 3, …), and written seven bits to a byte, the lowest first; the top bit of a byte says
/// that another follows. Unlike in other uses of this scheme the ninth byte carries eight bits, so
/// that a tenth is never needed: "LEB128-64b9B" of HdrHistogram (G. Tene,
/// http://hdrhistogram.org, encoding V2).
package enum ZigZag {
  /// Appends a number to bytes; O(1).
  package static func append(_ number: Int64, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
    var written = 0
    while rest > 127, written < 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
      written += 1
    }
    bytes.append(UInt8(rest))
  }

  /// Reads the number at a position, and moves the position behind it; O(1).
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the numbers.
  ///   - position: Where the number begins, in `0...`.
  /// - Returns: The number.
  /// - Throws: ``DecodingFailure`` where the bytes end before the number does.
  package static func read(
    _ bytes: [UInt8],
    at position: inout Int
  ) throws(DecodingFailure) -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.count else { throw DecodingFailure(.truncated("a count")) }
      let byte = bytes[position]
      position += 1
      if byte < 128 || shift == 56 {
        value |= UInt64(byte) << shift
        break
      }
      value |= UInt64(byte & 127) << shift
      shift += 7
    }
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}
