// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func vectorsOfTheStandard(plain: String, text: String) throws {
    #expect(Base64.encode(Array(plain.utf8)) == text)
    #expect(try Base64.decode(text[...]) == Array(plain.utf8))
  }

  @Test func allCharactersAreUsed() throws {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    #expect(Base64.encode(try Base64.decode(alphabet[...])) == alphabet)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func bytesComeBack(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let read = try Base64.decode(Base64.encode(bytes)[...])
      #expect(read == bytes, "\(count) bytes, seed \(seed)")
    }
  }

  @Test(arguments: [("Zm9", 3), ("Zm9vY", 5), ("=", 1)])
  func lengthIsAMultipleOfFour(text: String, length: Int) {
    #expect(throws: DecodingFailure(.base64Length(length))) {
      try Base64.decode(text[...])
    }
  }

  @Test(arguments: [
    ("Zm!v", 3), ("Zm v", 3), ("Z===", 2), ("====", 1), ("Zg==Zm9v", 3), ("Zm=v", 3), ("Zmé", 3),
    ("-m9v", 1),
  ])
  func otherCharactersAreFailures(text: String, position: Int) {
    #expect(throws: DecodingFailure(.base64Character(position: position))) {
      try Base64.decode(text[...])
    }
  }
}
