// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ZigZagTests {
  /// Doubled, less one and positive if negative, then seven bits to a byte, the lowest first.
  private static let numbers: [(Int64, [UInt8])] = [
    (0, [0]), (-1, [1]), (1, [2]), (-2, [3]), (63, [126]), (-64, [127]),
    // 128 = 0b1_0000000; 16,384 = 0b1_0000000_0000000.
    (64, [0x80, 1]), (-65, [0x81, 1]), (8_191, [0xFE, 0x7F]), (8_192, [0x80, 0x80, 1]),
    // Nine bytes: eight of seven bits and one of eight.
    (.max, [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    (.min, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
  ]

  @Test(arguments: numbers)
  func numbersHaveTheirBytes(number: Int64, expected: [UInt8]) throws {
    var bytes: [UInt8] = []
    ZigZag.append(number, to: &bytes)
    #expect(bytes == expected)
    var position = 0
    #expect(try ZigZag.read(bytes, at: &position) == number)
    #expect(position == bytes.count)
  }

  @Test func lengthGrowsAtEverySeventhBit() {
    for bits in 1...63 {
      // 2^(bits − 1) doubled is 2^bits, a number of bits + 1 bits.
      var bytes: [UInt8] = []
      ZigZag.append(Int64(1) << Int64(bits - 1), to: &bytes)
      #expect(bytes.count == min(9, bits / 7 + 1), "2^\(bits - 1)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func rowsOfNumbersComeBack(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let numbers = (0..<500).map { _ in
      Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<64, using: &generator)
    }
    var bytes: [UInt8] = []
    for number in numbers { ZigZag.append(number, to: &bytes) }
    var position = 0
    for number in numbers {
      #expect(try ZigZag.read(bytes, at: &position) == number, "seed \(seed)")
    }
    #expect(position == bytes.count)
  }

  @Test(arguments: [[], [UInt8(0x80)], [UInt8](repeating: 0xFF, count: 8)])
  func cutNumbersAreAFailure(bytes: [UInt8]) {
    var position = 0
    #expect(throws: DecodingFailure(.truncated("a count"))) {
      try ZigZag.read(bytes, at: &position)
    }
  }
}
