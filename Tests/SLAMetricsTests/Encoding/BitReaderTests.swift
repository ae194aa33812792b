// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct BitReaderTests {
  @Test func lowestBitOfAByteIsFirst() throws {
    // 0b1010_0110, then 0b0000_1111: read as 0, 11, 0b10100, then across the bytes.
    try [UInt8]([0b1010_0110, 0b0000_1111, 0xAB]).withUnsafeBufferPointer { (bytes) throws in
      var reader = BitReader(bytes)
      #expect(try reader.bits(0) == 0)
      #expect(try reader.bits(1) == 0)
      #expect(try reader.bits(2) == 0b11)
      #expect(try reader.bits(7) == 0b11_10100)
      #expect(try reader.bits(6) == 0b000011)
      #expect(try reader.bits(8) == 0xAB)
    }
  }

  @Test func alignedReaderGivesWholeBytes() throws {
    try [UInt8]([0xFF, 1, 2, 3]).withUnsafeBufferPointer { (bytes) throws in
      var reader = BitReader(bytes)
      #expect(try reader.bits(3) == 7)
      reader.alignToByte()
      #expect(try Array(reader.bytes(2)) == [1, 2])
      #expect(try reader.bits(8) == 3)
    }
  }

  @Test func endOfTheBytesIsAFailure() throws {
    [UInt8]([1, 2]).withUnsafeBufferPointer { bytes in
      let failure = DecodingFailure(.truncated("the compressed bytes"))
      var reader = BitReader(bytes, at: 1)
      #expect(throws: failure) { try reader.bits(9) }
      var other = BitReader(bytes)
      #expect(throws: failure) { try other.bytes(3) }
    }
  }
}
