// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HuffmanCodeTests {
  /// The symbols that bits stand for, the bits in the order of reading.
  private func symbols(_ code: HuffmanCode, _ bits: String, count: Int) throws -> [Int] {
    var bytes = [UInt8](repeating: 0, count: bits.count / 8 + 1)
    for (place, bit) in bits.enumerated() where bit == "1" {
      bytes[place / 8] |= 1 << UInt8(place % 8)
    }
    return try bytes.withUnsafeBufferPointer { bytes in
      var reader = BitReader(bytes)
      return try (0..<count).map { _ in try code.symbol(from: &reader) }
    }
  }

  /// RFC 1951, section 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4 give A to H the words 010, 011, 100,
  /// 101, 110, 00, 1110, 1111.
  @Test func exampleOfTheStandard() throws {
    let code = try HuffmanCode(lengths: [3, 3, 3, 3, 3, 2, 4, 4])
    let bits = "010" + "011" + "100" + "101" + "110" + "00" + "1110" + "1111"
    #expect(try symbols(code, bits, count: 8) == Array(0..<8))
  }

  @Test func symbolsWithoutAWordAreSkipped() throws {
    let code = try HuffmanCode(lengths: [0, 1, 0, 1])
    #expect(try symbols(code, "01", count: 2) == [1, 3])
  }

  @Test func longestWordsHave15Bits() throws {
    let code = try HuffmanCode(lengths: Array(1...14) + [15, 15])
    #expect(try symbols(code, String(repeating: "1", count: 15), count: 1) == [15])
    #expect(try symbols(code, String(repeating: "1", count: 14) + "0", count: 1) == [14])
  }

  @Test func oneWordOfOneBitIsACode() throws {
    let code = try HuffmanCode(lengths: [0, 0, 1])
    #expect(try symbols(code, "0", count: 1) == [2])
    let none = DecodingFailure(.deflate("bits that are no word of their code"))
    #expect(throws: none) { try symbols(code, "1111111111111111", count: 1) }
    #expect(throws: none) {
      try symbols(HuffmanCode(lengths: [0, 0]), "0000000000000000", count: 1)
    }
  }

  @Test(arguments: [[UInt8]([1, 1, 1]), [2, 2, 2, 2, 2], [1, 1, 15]])
  func tooManyWordsAreAFailure(lengths: [UInt8]) {
    #expect(throws: DecodingFailure(.deflate("a code has too many words"))) {
      try HuffmanCode(lengths: lengths)
    }
  }

  @Test(arguments: [[UInt8]([2]), [1, 2], [15, 15]])
  func tooFewWordsAreAFailure(lengths: [UInt8]) {
    #expect(throws: DecodingFailure(.deflate("a code has too few words"))) {
      try HuffmanCode(lengths: lengths)
    }
  }
}
