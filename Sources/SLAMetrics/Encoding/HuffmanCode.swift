// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A prefix code given by the lengths of its code words, as deflate writes it.
///
/// Words of one length are consecutive numbers in the order of their symbols, and follow upon those
/// of the length before; so a word is known by its distance from the first of its length, and no
/// table is needed, which a file of many small blocks could make costly.
///
/// P. Deutsch, "DEFLATE Compressed Data Format Specification", RFC 1951, section 3.2.2,
/// https://doi.org/10.17487/RFC1951.
package struct HuffmanCode: Sendable {
  /// The most bits of a word.
  package static let longestWord = 15

  /// The number of words by their length, from 0 to 15.
  private var counts = [Int](repeating: 0, count: longestWord + 1)
  /// The symbols in the order of their words.
  private var symbols: [Int] = []

  /// Makes the code of symbols 0, 1, … from the lengths of their words.
  ///
  /// - Parameter lengths: For each symbol the bits of its word, in `0...15`; 0 for no word.
  /// - Throws: ``DecodingFailure`` where there are more words than bits can tell apart, or fewer:
  ///   only a code of one word of one bit, or of none, may be incomplete.
  package init(lengths: some Collection<UInt8>) throws(DecodingFailure) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    // How many words of the current length are still free.
    var free = 1
    for length in 1...Self.longestWord {
      free = free * 2 - counts[length]
      guard free >= 0 else { throw DecodingFailure(.deflate("a code has too many words")) }
    }
    let words = counts.reduce(0, +)
    guard free == 0 || words == 0 || words == 1 && counts[1] == 1 else {
      throw DecodingFailure(.deflate("a code has too few words"))
    }
    var next = [0]
    for count in counts { next.append((next.last ?? 0) + count) }
    symbols = [Int](repeating: 0, count: words)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[next[Int(length)]] = symbol
      next[Int(length)] += 1
    }
  }

  /// Reads one word and gives its symbol; O(bits of the word).
  ///
  /// - Parameter reader: Where the bits come from.
  /// - Returns: The symbol.
  /// - Throws: ``DecodingFailure`` where the bits are no word, or end.
  package func symbol(from reader: inout BitReader) throws(DecodingFailure) -> Int {
    var word = 0
    // The first word of the current length, and the place of its symbol.
    var first = 0
    var place = 0
    var length = 1
    while length <= Self.longestWord {
      word = word &<< 1 | (try reader.bits(1))
      let count = counts[length]
      if word &- first < count { return symbols[place &+ word &- first] }
      place &+= count
      first = (first &+ count) &<< 1
      length &+= 1
    }
    throw DecodingFailure(.deflate("bits that are no word of their code"))
  }
}
