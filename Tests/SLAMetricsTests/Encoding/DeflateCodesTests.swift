// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct DeflateCodesTests {
  /// RFC 1951, section 3.2.5: symbol, extra bits, first and last length.
  @Test(arguments: [
    (257, 3, 3), (264, 10, 10), (265, 11, 12), (268, 17, 18), (269, 19, 22), (273, 35, 42),
    (277, 67, 82), (281, 131, 162), (284, 227, 258), (285, 258, 258),
  ])
  func lengthsAreThoseOfTheStandard(symbol: Int, first: Int, last: Int) throws {
    #expect(try length(symbol, bits: 0) == first)
    #expect(try length(symbol, bits: 255) == last)
  }

  @Test func lengthsAbove285DoNotExist() {
    #expect(throws: DecodingFailure(.deflate("a length that does not exist"))) {
      try length(286, bits: 0)
    }
  }

  private func length(_ symbol: Int, bits: UInt8) throws -> Int {
    try [bits].withUnsafeBufferPointer { bytes in
      var reader = BitReader(bytes)
      return try DeflateCodes.length(of: symbol, from: &reader)
    }
  }

  /// RFC 1951, section 3.2.5: symbol, first and last distance.
  ///
  /// A fixed distance has five bits, the highest first.
  @Test(arguments: [
    (0, 1, 1), (3, 4, 4), (4, 5, 6), (5, 7, 8), (6, 9, 12), (13, 97, 128), (28, 16_385, 24_576),
    (29, 24_577, 32_768),
  ])
  func distancesAreThoseOfTheStandard(symbol: Int, first: Int, last: Int) throws {
    #expect(try distance(symbol, extra: 0) == first)
    #expect(try distance(symbol, extra: 0xFFFF) == last)
  }

  @Test(arguments: [30, 31])
  func distancesAbove29DoNotExist(symbol: Int) {
    #expect(throws: DecodingFailure(.deflate("a distance that does not exist"))) {
      try distance(symbol, extra: 0)
    }
  }

  private func distance(_ symbol: Int, extra: Int) throws -> Int {
    let reversed = (0..<5).reduce(0) { $0 << 1 | symbol >> $1 & 1 }
    let bits = reversed | extra << 5
    let bytes = [0, 8, 16].map { UInt8(truncatingIfNeeded: bits >> $0) }
    return try bytes.withUnsafeBufferPointer { bytes in
      var reader = BitReader(bytes)
      return try DeflateCodes.fixed.get().distance(from: &reader)
    }
  }
}
