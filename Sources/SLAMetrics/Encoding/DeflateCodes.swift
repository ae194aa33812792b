// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The two codes of a deflate block: literal bytes with lengths, and distances.
///
/// P. Deutsch, "DEFLATE Compressed Data Format Specification", RFC 1951, sections 3.2.5 to 3.2.7,
/// https://doi.org/10.17487/RFC1951.
package struct DeflateCodes: Sendable {
  /// The symbol by which a block ends; below are bytes, above are lengths.
  package static let endOfBlock = 256

  /// Bytes, the end of the block, and lengths of repetitions.
  package let literals: HuffmanCode
  private let distances: HuffmanCode

  /// The order in which the lengths of the code of lengths are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private init(
    literals: some Collection<UInt8>,
    distances: some Collection<UInt8>
  ) throws(DecodingFailure) {
    self.literals = try HuffmanCode(lengths: literals)
    self.distances = try HuffmanCode(lengths: distances)
  }

  /// The codes that every reader knows, made once: a block that uses them can be a few bits long.
  package static let fixed = Result { () throws(DecodingFailure) in
    let groups: [(length: UInt8, count: Int)] = [(8, 144), (9, 112), (7, 24), (8, 8)]
    return try DeflateCodes(
      literals: groups.flatMap { [UInt8](repeating: $0.length, count: $0.count) },
      distances: [UInt8](repeating: 5, count: 32)
    )
  }

  /// Reads the codes by which a dynamic block begins.
  ///
  /// - Parameter reader: Where the bits come from.
  /// - Throws: ``DecodingFailure`` where the bits end, or make no code.
  package init(from reader: inout BitReader) throws(DecodingFailure) {
    let literalCount = try reader.bits(5) + 257
    let distanceCount = try reader.bits(5) + 1
    let lengthCount = try reader.bits(4) + 4
    var lengthLengths = [UInt8](repeating: 0, count: Self.order.count)
    for place in Self.order.prefix(lengthCount) {
      lengthLengths[place] = UInt8(try reader.bits(3))
    }
    let lengthCode = try HuffmanCode(lengths: lengthLengths)
    let total = literalCount + distanceCount
    var lengths: [UInt8] = []
    while lengths.count < total {
      let symbol = try lengthCode.symbol(from: &reader)
      let (length, count): (UInt8, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else {
          throw DecodingFailure(.deflate("a repetition of the length before the first"))
        }
        (length, count) = (last, try reader.bits(2) + 3)
      case 17: (length, count) = (0, try reader.bits(3) + 3)
      case 18: (length, count) = (0, try reader.bits(7) + 11)
      default: (length, count) = (UInt8(symbol), 1)
      }
      lengths += [UInt8](repeating: length, count: count)
    }
    guard lengths.count == total, lengths[Self.endOfBlock] > 0 else {
      throw DecodingFailure(.deflate("a code with too many lengths, or without an end"))
    }
    try self.init(literals: lengths[..<literalCount], distances: lengths[literalCount...])
  }

  /// The length of a repetition, in `3...258`.
  ///
  /// Symbols 257 to 264 are the lengths 3 to 10; then every four symbols have one more extra bit;
  /// 285 is 258.
  ///
  /// - Parameters:
  ///   - symbol: The symbol of the length, in `257...287`.
  ///   - reader: Where the extra bits come from.
  /// - Returns: The length.
  /// - Throws: ``DecodingFailure`` where the bits end, or for a symbol above 285.
  package static func length(
    of symbol: Int,
    from reader: inout BitReader
  ) throws(DecodingFailure) -> Int {
    let index = symbol - 257
    switch index {
    case 0..<8: return index + 3
    case 8..<28:
      let extra = index / 4 - 1
      return (4 + index % 4) << extra + 3 + (try reader.bits(UInt32(extra)))
    case 28: return 258
    default: throw DecodingFailure(.deflate("a length that does not exist"))
    }
  }

  /// Reads how far back a repetition begins, in `1...32_768`.
  ///
  /// Symbols 0 to 3 are the distances 1 to 4; then every two symbols have one more extra bit.
  ///
  /// - Parameter reader: Where the bits come from.
  /// - Returns: The distance.
  /// - Throws: ``DecodingFailure`` where the bits end, or for a symbol above 29.
  package func distance(from reader: inout BitReader) throws(DecodingFailure) -> Int {
    let symbol = try distances.symbol(from: &reader)
    guard symbol >= 4 else { return symbol + 1 }
    guard symbol < 30 else { throw DecodingFailure(.deflate("a distance that does not exist")) }
    let extra = symbol / 2 - 1
    return (2 + symbol % 2) << extra + 1 + (try reader.bits(UInt32(extra)))
  }
}
