// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HdrPayloadDecodingTests {
  private func plain(
    cookie: UInt32 = 0x1C84_9313,
    length: Int? = nil,
    digits: UInt32 = 3,
    lowest: Int64 = 1,
    highest: Int64 = 2_047,
    ratio: UInt64 = 1,
    numbers: [Int64]
  ) -> [UInt8] {
    var counts: [UInt8] = []
    for number in numbers { ZigZag.append(number, to: &counts) }
    var bytes: [UInt8] = []
    bytes.append(bigEndian: cookie)
    bytes.append(bigEndian: UInt32(length ?? counts.count))
    // Others write 1 for the offset, and the integer 1 for the ratio.
    bytes.append(bigEndian: UInt32(1))
    bytes.append(bigEndian: digits)
    bytes.append(bigEndian: lowest)
    bytes.append(bigEndian: highest)
    bytes.append(bigEndian: ratio)
    return bytes + counts
  }

  private func compressed(_ plain: [UInt8], length: Int? = nil) -> [UInt8] {
    let stream = Zlib.store(plain)
    var bytes: [UInt8] = []
    bytes.append(bigEndian: UInt32(0x1C84_9314))
    bytes.append(bigEndian: UInt32(length ?? stream.count))
    return bytes + stream
  }

  @Test func plainAndCompressedGiveTheSame() throws {
    let bytes = plain(numbers: [5, -2, 0, 7, -100])
    let expected = [
      CountedRange(nanoseconds: 0...0, count: 5), CountedRange(nanoseconds: 4...4, count: 7),
    ]
    #expect(try HdrPayload.decode(bytes) == expected)
    #expect(try HdrPayload.decode(compressed(bytes)) == expected)
    #expect(try HdrPayload.decode(plain(numbers: [])) == [])
  }

  @Test func otherDigitsAndUnitsGiveTheirRanges() throws {
    // 1,000 is counted in units of 512; two digits have 256 units of each size.
    let bytes = plain(digits: 2, lowest: 1_000, highest: 1 << 20, numbers: [-1, 3, -254, 4])
    #expect(
      try HdrPayload.decode(bytes) == [
        CountedRange(nanoseconds: 512...1_023, count: 3),
        CountedRange(nanoseconds: 131_072...132_095, count: 4),
      ]
    )
  }

  @Test(arguments: [
    // V0, V1, a floating-point histogram, and nothing of the kind.
    UInt32(0x1C84_9308), 0x1C84_9311, 0x0C72_124E, 0,
  ])
  func otherCookiesAreFailures(cookie: UInt32) {
    let bytes = plain(cookie: cookie, numbers: [1])
    #expect(throws: DecodingFailure(.cookie(cookie))) { try HdrPayload.decode(bytes) }
    #expect(throws: DecodingFailure(.cookie(cookie))) {
      try HdrPayload.decode(compressed(bytes))
    }
  }

  @Test func compressedWithinCompressedIsAFailure() {
    #expect(throws: DecodingFailure(.cookie(0x1C84_9314))) {
      try HdrPayload.decode(compressed(compressed(plain(numbers: [1]))))
    }
  }

  @Test func wrongLengthsAreFailures() {
    #expect(throws: DecodingFailure(.length(of: "the counts", said: 9, found: 1))) {
      try HdrPayload.decode(plain(length: 9, numbers: [1]))
    }
    let bytes = plain(numbers: [1])
    let found = bytes.count + 11
    let failure = DecodingFailure(
      .length(of: "the compressed histogram", said: 0x7FFF_FFFF, found: found)
    )
    #expect(throws: failure) { try HdrPayload.decode(compressed(bytes, length: 0x7FFF_FFFF)) }
  }

  @Test func everyCutIsAFailure() {
    let bytes = plain(numbers: [1, 1 << 40])
    for length in 0..<bytes.count {
      #expect(throws: DecodingFailure.self) { try HdrPayload.decode(Array(bytes[..<length])) }
    }
    #expect(throws: DecodingFailure(.truncated("the header"))) {
      try HdrPayload.decode(Array(bytes[..<39]))
    }
    #expect(throws: DecodingFailure(.truncated("a count"))) {
      try HdrPayload.decode(plain(length: 1, numbers: []) + [0x80])
    }
  }

  @Test(arguments: [
    [Int64(-2_049)], [-2_048, 1], [.min], [1, -2_048], [-1, .min],
    [Int64](repeating: 1, count: 2_049),
  ])
  func countsBeyondTheRangeAreFailures(numbers: [Int64]) {
    #expect(throws: DecodingFailure(.beyondRange(buckets: 2_048))) {
      try HdrPayload.decode(plain(numbers: numbers))
    }
  }

  @Test func sumAbove63BitsIsAFailure() throws {
    #expect(try HdrPayload.decode(plain(numbers: [.max])).first?.count == .max)
    #expect(throws: DecodingFailure(.totalTooLarge)) {
      try HdrPayload.decode(plain(numbers: [.max, 1]))
    }
  }

  @Test func impossibleSettingsAreFailures() {
    let high = UInt64(bitPattern: -1)
    #expect(throws: DecodingFailure(.layout(digits: 3, lowest: 1, highest: high))) {
      try HdrPayload.decode(plain(highest: -1, numbers: [1]))
    }
    #expect(throws: DecodingFailure(.layout(digits: 6, lowest: 0, highest: 2_047))) {
      try HdrPayload.decode(plain(digits: 6, lowest: 0, numbers: [1]))
    }
  }

  @Test func moreThanTheLimitIsAFailure() {
    let bytes = compressed([UInt8](repeating: 0, count: HdrPayload.limit + 1))
    #expect(throws: DecodingFailure(.tooLarge(limit: HdrPayload.limit))) {
      try HdrPayload.decode(bytes)
    }
  }
}
