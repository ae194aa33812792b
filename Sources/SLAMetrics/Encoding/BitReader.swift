// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A reader of the bits of deflate, the lowest bit of a byte first.
///
/// It takes a byte only when it needs one, so that what is left over is never a whole byte. It must
/// not outlive the pointer that it was made from.
package struct BitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to take, in `0...bytes.count`.
  private(set) var position: Int
  /// Bits taken and not yet read, the next one lowest.
  private var held: UInt32 = 0
  /// The number of held bits, in `0...7` between two calls.
  private var heldCount: UInt32 = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Reads bits as a number whose lowest bit comes first.
  ///
  /// - Parameter count: How many bits, in `0...16`.
  /// - Returns: The number, in `0..<65_536`.
  /// - Throws: ``DecodingFailure`` where the bytes end.
  package mutating func bits(_ count: UInt32) throws(DecodingFailure) -> Int {
    while heldCount < count {
      guard position < bytes.count else {
        throw DecodingFailure(.truncated("the compressed bytes"))
      }
      held |= UInt32(bytes[position]) &<< heldCount
      position &+= 1
      heldCount &+= 8
    }
    let value = held & (1 &<< count &- 1)
    held &>>= count
    heldCount &-= count
    return Int(value)
  }

  /// Drops what is left of the current byte.
  package mutating func alignToByte() {
    held = 0
    heldCount = 0
  }

  /// Reads whole bytes.
  ///
  /// - Parameter count: How many bytes, in `0...`; the reader must be aligned.
  /// - Returns: The bytes.
  /// - Throws: ``DecodingFailure`` where the bytes end.
  package mutating func bytes(
    _ count: Int
  ) throws(DecodingFailure) -> Slice<
    UnsafeBufferPointer<UInt8>
  > {
    guard count <= bytes.count - position else {
      throw DecodingFailure(.truncated("the compressed bytes"))
    }
    position += count
    return bytes[position - count..<position]
  }
}
