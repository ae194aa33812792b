// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ZlibTests {
  @Test func nothingIsAnEmptyBlock() {
    #expect(Zlib.store([]) == [0x78, 1, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1])
  }

  @Test func bytesFollowTheirLength() {
    // Adler-32 of 97 is 0x00620062, see Adler32Tests.
    #expect(Zlib.store([97]) == [0x78, 1, 1, 1, 0, 0xFE, 0xFF, 97, 0, 0x62, 0, 0x62])
  }

  /// A block takes 65,535 bytes, and five bytes of its own; header and checksum take six.
  @Test(arguments: [(65_534, 1), (65_535, 1), (65_536, 2), (131_070, 2), (131_071, 3)])
  func manyBytesAreSeveralBlocks(count: Int, blocks: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
    let stream = Zlib.store(bytes)
    #expect(stream.count == count + blocks * 5 + 6)
    #expect(stream[2] == (blocks == 1 ? 1 : 0))
    #expect(try Zlib.inflate(stream, limit: count) == bytes)
  }

  @Test(arguments: [
    // No multiple of 31, another method, a window above 32 KB, and a dictionary.
    UInt16(0x7802), 0x7705, 0x881C, 0x78BB,
  ])
  func otherHeadersAreFailures(header: UInt16) {
    var stream = Zlib.store([1, 2, 3])
    stream[0] = UInt8(header >> 8)
    stream[1] = UInt8(header & 255)
    #expect(throws: DecodingFailure(.zlibHeader(header))) {
      try Zlib.inflate(stream, limit: 10)
    }
  }

  @Test func changedByteIsAFailure() {
    var stream = Zlib.store([97])
    stream[7] = 98
    #expect(
      throws: DecodingFailure(.checksum(computed: 99 << 16 | 99, said: 98 << 16 | 98))
    ) {
      try Zlib.inflate(stream, limit: 10)
    }
  }

  @Test func cutAndOverlongStreamsAreFailures() {
    let stream = Zlib.store([1, 2, 3])
    #expect(throws: DecodingFailure(.truncated("the zlib header"))) {
      try Zlib.inflate([0x78], limit: 10)
    }
    #expect(throws: DecodingFailure(.truncated("the checksum"))) {
      try Zlib.inflate(stream.dropLast(), limit: 10)
    }
    #expect(throws: DecodingFailure(.length(of: "the compressed bytes", said: 14, found: 15))) {
      try Zlib.inflate(stream + [0], limit: 10)
    }
  }

  @Test func limitHoldsForBombs() {
    #expect(throws: DecodingFailure(.tooLarge(limit: 99_999))) {
      try Zlib.inflate(Zlib.store([UInt8](repeating: 0, count: 100_000)), limit: 99_999)
    }
  }
}
