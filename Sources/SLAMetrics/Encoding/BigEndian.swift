// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Integers of fixed width in a row of bytes, the most significant byte first.
extension [UInt8] {
  /// Appends the bytes of an integer.
  package mutating func append(bigEndian value: some FixedWidthInteger) {
    var shift = value.bitWidth - 8
    while shift >= 0 {
      append(UInt8(truncatingIfNeeded: value >> shift))
      shift -= 8
    }
  }

  /// Reads the integer whose first byte is at a position.
  ///
  /// - Parameters:
  ///   - position: Where the integer begins, in `0...`.
  ///   - what: What is read, for the message of the failure.
  /// - Returns: The integer.
  /// - Throws: ``DecodingFailure`` where the bytes end before the integer does.
  package func bigEndian<Value: FixedWidthInteger>(
    at position: Int,
    of what: String
  ) throws(DecodingFailure) -> Value {
    guard position + Value.bitWidth / 8 <= count else { throw DecodingFailure(.truncated(what)) }
    var value: Value = 0
    for byte in self[position..<position + Value.bitWidth / 8] {
      value = value << 8 | Value(truncatingIfNeeded: byte)
    }
    return value
  }
}
