// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The zlib format: written without compression, read with any.
///
/// P. Deutsch, J.-L. Gailly, "ZLIB Compressed Data Format Specification", RFC 1950,
/// https://doi.org/10.17487/RFC1950. Writing needs no compression, for the counts of a histogram
/// are already few bytes; so no library is needed either.
package enum Zlib {
  /// The most bytes of a stored block, whose length has 16 bits.
  private static let longestBlock = 65_535

  /// Writes bytes as stored blocks; O(n).
  package static func store(_ bytes: [UInt8]) -> [UInt8] {
    // Deflate with a window of 32 KB, the fastest level; the pair is a multiple of 31.
    var stream: [UInt8] = [0x78, 0x01]
    stream.reserveCapacity(bytes.count + bytes.count / longestBlock * 5 + 11)
    var position = 0
    repeat {
      let length = min(bytes.count - position, longestBlock)
      let isLast: UInt8 = position + length == bytes.count ? 1 : 0
      let (low, high) = (UInt8(length & 255), UInt8(length >> 8))
      stream += [isLast, low, high, ~low, ~high]
      stream += bytes[position..<position + length]
      position += length
    } while position < bytes.count
    stream.append(bigEndian: Adler32.checksum(bytes))
    return stream
  }

  /// Reads a stream that any writer of zlib wrote.
  ///
  /// - Parameters:
  ///   - stream: The stream, and nothing behind it.
  ///   - limit: The most bytes that may come out.
  /// - Returns: The decompressed bytes.
  /// - Throws: ``DecodingFailure`` where the header is none of zlib or asks for a dictionary, the
  ///   stream is damaged, cut, or too large, or its checksum is wrong.
  /// - Complexity: O(bytes that go in and come out).
  package static func inflate(
    _ stream: [UInt8],
    limit: Int
  ) throws(DecodingFailure) -> [UInt8] {
    let header: UInt16 = try stream.bigEndian(at: 0, of: "the zlib header")
    let isDeflate = header >> 8 & 15 == 8 && header >> 12 <= 7
    let hasDictionary = header & 32 != 0
    guard isDeflate, header.isMultiple(of: 31), !hasDictionary else {
      throw DecodingFailure(.zlibHeader(header))
    }
    let (bytes, end) = try Inflate.inflate(stream, from: 2, limit: limit)
    let said: UInt32 = try stream.bigEndian(at: end, of: "the checksum")
    guard end + 4 == stream.count else {
      throw DecodingFailure(
        .length(of: "the compressed bytes", said: end + 4, found: stream.count)
      )
    }
    let computed = Adler32.checksum(bytes)
    guard computed == said else {
      throw DecodingFailure(.checksum(computed: computed, said: said))
    }
    return bytes
  }
}
