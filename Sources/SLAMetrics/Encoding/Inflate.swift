// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The decompression of deflate: stored, fixed and dynamic blocks.
///
/// P. Deutsch, "DEFLATE Compressed Data Format Specification", RFC 1951,
/// https://doi.org/10.17487/RFC1951.
package struct Inflate {
  private var reader: BitReader
  private var output: [UInt8] = []
  /// The most bytes that may come out.
  private let limit: Int

  private init(_ reader: BitReader, limit: Int) {
    self.reader = reader
    self.limit = limit
  }

  /// Decompresses a stream of blocks.
  ///
  /// - Parameters:
  ///   - bytes: What holds the stream, and may hold more behind it.
  ///   - start: Where the stream begins, in `0...`.
  ///   - limit: The most bytes that may come out: a few bytes can stand for a thousand times as
  ///     many.
  /// - Returns: The bytes that came out, and the position behind the stream.
  /// - Throws: ``DecodingFailure`` where the stream is cut, breaks a rule, or is too large.
  /// - Complexity: O(bytes that go in and come out).
  package static func inflate(
    _ bytes: [UInt8],
    from start: Int = 0,
    limit: Int
  ) throws(DecodingFailure) -> (bytes: [UInt8], end: Int) {
    try bytes.withUnsafeBufferPointer { (pointer) throws(DecodingFailure) in
      var inflate = Inflate(BitReader(pointer, at: start), limit: limit)
      while try !inflate.readBlock() {}
      return (inflate.output, inflate.reader.position)
    }
  }

  /// Reads a block, and says whether it was the last one.
  private mutating func readBlock() throws(DecodingFailure) -> Bool {
    let isLast = try reader.bits(1) == 1
    switch try reader.bits(2) {
    case 0: try readStored()
    case 1: try readCompressed(DeflateCodes.fixed.get())
    case 2: try readCompressed(DeflateCodes(from: &reader))
    default: throw DecodingFailure(.deflate("a block of a type that does not exist"))
    }
    return isLast
  }

  private mutating func readStored() throws(DecodingFailure) {
    reader.alignToByte()
    let length = try reader.bits(16)
    guard try reader.bits(16) == length ^ 0xFFFF else {
      throw DecodingFailure(.deflate("a stored block whose length contradicts its check"))
    }
    try makeRoom(for: length)
    output += try reader.bytes(length)
  }

  private mutating func readCompressed(_ codes: DeflateCodes) throws(DecodingFailure) {
    while true {
      let symbol = try codes.literals.symbol(from: &reader)
      guard symbol != DeflateCodes.endOfBlock else { return }
      if symbol < DeflateCodes.endOfBlock {
        try makeRoom(for: 1)
        output.append(UInt8(symbol))
      } else {
        let length = try DeflateCodes.length(of: symbol, from: &reader)
        let distance = try codes.distance(from: &reader)
        try copy(length, from: distance)
      }
    }
  }

  /// Repeats earlier output, of which the end may be what is being repeated.
  private mutating func copy(_ length: Int, from distance: Int) throws(DecodingFailure) {
    guard distance <= output.count else {
      throw DecodingFailure(.deflate("a repetition of bytes before the first"))
    }
    try makeRoom(for: length)
    var source = output.count &- distance
    let end = source &+ length
    while source < end {
      output.append(output[source])
      source &+= 1
    }
  }

  private func makeRoom(for count: Int) throws(DecodingFailure) {
    guard count <= limit - output.count else { throw DecodingFailure(.tooLarge(limit: limit)) }
  }
}
