// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

/// What zlib 1.3 of Python 3.11 wrote, read back.
@Suite struct InflateTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    let blockType: UInt8
    let plain: [UInt8]
    let hex: String

    var testDescription: String { name }

    /// The zlib stream.
    var stream: [UInt8] {
      let digits = Array(hex)
      return stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
    }
  }

  /// The text "0,1,4,9,16,…" of so many squares.
  private static func squares(_ count: Int) -> [UInt8] {
    Array((0..<count).map { "\($0 * $0)," }.joined().utf8)
  }

  /// A text that comes back 32,020 bytes later, and zeros between in repetitions of 258.
  private static let far =
    Array("0123456789abcdefghij".utf8) + [UInt8](repeating: 0, count: 32_000)
    + Array("0123456789abcdefghij".utf8)

  /// `compressobj(level, DEFLATED, 15, 9, strategy)`.
  private static let vectors = [
    Vector(
      name: "level 0",
      blockType: 0,
      plain: squares(15),
      hex: """
        7801012e00d1ff302c312c342c392c31362c32352c33362c34392c36342c38312c3130302c313231\
        2c3134342c3136392c3139362ccea908d8
        """
    ),
    Vector(
      name: "level 1",
      blockType: 2,
      plain: squares(100),
      hex: """
        78011591c901002108031be2c12547ff8d39bc70252483ab6292b26225fe244a72a552c6c454c59c\
        9a4917c52241e38f3a2be1899e697499d44979bef2baa4d015b5f96eee87fea25bf4a60c9ae26086\
        959da739e616979217f72eb70ea08ea421b281cc1642d7a3b023765df1d0144f35c898f0ba53dfdd\
        5c77d1c54d04fe070d79e01789735c46346931e4c642900a4b1e55067c999066c19c7ddbde1a4fd9\
        e741242f6e633af26ee7d7775aee4ae93265bc2613f598adc6a506bf569cfb329a4ce9476e3704bd\
        b0cc3dfd387c93f72f0ae619e8f7f640c1094a5e932d77d8f703ed0f5958
        """
    ),
    Vector(
      name: "level 6",
      blockType: 2,
      plain: squares(100),
      hex: """
        789c1591c901002108031be221821cfd37e6e4a52b214cd8636e696b5e769f4559ae55dab8f939e6\
        9733932a8a4582e63ece598b9be8e94697c93969efaebd2e2b74c5d97c37ef437dd16dc997463f38\
        b863e5f2f48bb987a6a4c63dcd2d0194481a229f140384f788c2457ccfda8d9376f3386474dcd2ad\
        f536aa2eba5047e02f68c803bf489c4333a29916c3dc5808f2c092a2ca802f13d22c98b3955631de\
        21cf73050e25a6624f995febb6bcd5a14a97b34d3aead15b8d4b0d7e7d9e96434733d3fa31b71b82\
        5e5846ab9f0bdfa4fe45c13c03fd2a070a6e50b24d52ee90f703ed0f5958
        """
    ),
    Vector(
      name: "level 9",
      blockType: 2,
      plain: squares(100),
      hex: """
        78da1591c901002108031be221821cfd37e6e4a52b214cd8636e696b5e769f4559ae55dab8f939e6\
        9733932a8a4582e63ece598b9be8e94697c93969efaebd2e2b74c5d97c37ef437dd16dc997463f38\
        b863e5f2f48bb987a6a4c63dcd2d0194481a229f140384f788c2457ccfda8d9376f3386474dcd2ad\
        f536aa2eba5047e02f68c803bf489c4333a29916c3dc5808f2c092a2ca802f13d22c98b3955631de\
        21cf73050e25a6624f995febb6bcd5a14a97b34d3aead15b8d4b0d7e7d9e96434733d3fa31b71b82\
        5e5846ab9f0bdfa4fe45c13c03fd2a070a6e50b24d52ee90f703ed0f5958
        """
    ),
    Vector(
      name: "Z_FIXED",
      blockType: 1,
      plain: squares(36),
      hex: """
        780133d031d431d1b1d43134d33132d53136d331b1d43133d1b130d4313430d0313402d226264059\
        a00a4ba012a01a2353206d61a9636c6402540fd40d54676202a42d4c744c8d2c754ccdcd74cc80ea\
        cc80b439906f0e14b700ca5b02d5599a81cc056a3434009a60680834ca10642600da3d1a1a
        """
    ),
    Vector(
      name: "Z_HUFFMAN_ONLY",
      blockType: 2,
      plain: squares(42),
      hex: """
        780105c1c101c0300803b185ee81a97160ffc52a15c21c0a3d7cc147cc0a55a116b2510e5de81e7a\
        42eff1b5f9225c852dbc66fa9817d2435e787dbc356b71555c84aa8d6a0f6982ba07f5057d39641b\
        4d0ba50a65c50f44f61ff4
        """
    ),
    Vector(
      name: "level 9, far",
      blockType: 2,
      plain: far,
      hex: """
        78daedddc90140300000302355d1631c4715fb0fe0e36984649184314ef39272a9ebb61fedecd7fd\
        0c000000000000000000000000000000000000000000000000000000000000009ff073a2bf7f7d0c\
        09
        """
    ),
    Vector(
      name: "Z_FIXED, far",
      blockType: 1,
      plain: far,
      hex: """
        78013330343236313533b7b04c4c4a4e494d4bcfc8cc621805a360148c8251300a46c1281805a360\
        148c8251300a46c1281805a360148c8251300a46c1281805a360148c8251300a46c1281805a36014\
        8c8251300a46c1281805a360148c8251300a46c1281805a360148c8251300a46c1281805a360148c\
        8251300a46c1281805a360148c8251300a46c1281805a360148c8251300a46c1281805a360148c82\
        51300a46c1281805a360148c8251300a46c1281805a360148c8251300a46c1281805a360148c8251\
        300a46c1281805a360148c8251300a46c1281805a360148c022830c072273a007f7d0c09
        """
    ),
    Vector(
      name: "nothing",
      blockType: 1,
      plain: [],
      hex: """
        789c030000000001
        """
    ),
  ]

  @Test(arguments: vectors)
  func everyWayToCompressIsRead(vector: Vector) throws {
    let stream = vector.stream
    // The type of the first block is what the vector is there for.
    #expect(stream[2] >> 1 & 3 == vector.blockType)
    let (bytes, end) = try Inflate.inflate(stream, from: 2, limit: vector.plain.count)
    #expect(bytes == vector.plain)
    #expect(end == stream.count - 4)
    #expect(try Zlib.inflate(stream, limit: vector.plain.count) == vector.plain)
  }

  @Test(arguments: vectors)
  func everyCutStreamIsAFailure(vector: Vector) {
    let stream = vector.stream
    for length in 2..<stream.count - 4 {
      #expect(throws: DecodingFailure(.truncated("the compressed bytes")), "\(length) bytes") {
        try Inflate.inflate(Array(stream[..<length]), from: 2, limit: 100_000)
      }
    }
  }

  @Test(arguments: vectors.filter { !$0.plain.isEmpty })
  func oneByteTooManyIsAFailure(vector: Vector) {
    let limit = vector.plain.count - 1
    #expect(throws: DecodingFailure(.tooLarge(limit: limit))) {
      try Inflate.inflate(vector.stream, from: 2, limit: limit)
    }
  }

  @Test(arguments: [
    // The last block, of type 3.
    ([UInt8(0b111)], "a block of a type that does not exist"),
    ([1, 5, 0, 0, 0], "a stored block whose length contradicts its check"),
    // Type 1, word 0000001 (length 3), word 00000 (distance 1), and nothing to repeat.
    ([0b0000_0011, 0b0000_0010, 0, 0], "a repetition of bytes before the first"),
    // Type 2, 257 + 1 lengths, and a code of lengths that has only the word for "repeat the last".
    ([0b0000_0101, 0, 0b0000_0010, 0, 0], "a repetition of the length before the first"),
  ])
  func brokenRulesAreFailures(bytes: [UInt8], what: String) {
    #expect(throws: DecodingFailure(.deflate(what))) {
      try Inflate.inflate(bytes, limit: 100)
    }
  }
}
