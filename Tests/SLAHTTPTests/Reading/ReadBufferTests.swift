// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

/// Bytes in pieces, and then an end.
struct Pieces: ByteSource {
  private var pieces: [[UInt8]]

  init(_ pieces: [[UInt8]]) {
    self.pieces = pieces.filter { !$0.isEmpty }
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPFailure) -> Int {
    guard let first = pieces.first else { return 0 }
    let count = min(first.count, buffer.count)
    buffer.copyBytes(from: first[..<count])
    pieces[0].removeFirst(count)
    if pieces[0].isEmpty { pieces.removeFirst() }
    return count
  }
}

@Suite struct ReadBufferTests {
  @Test func growsOnlyWhenNothingIsUsed() throws {
    let buffer = ReadBuffer(capacity: 4)
    var source = Pieces([Array("abcdefgh\nxyz".utf8)])
    #expect(buffer.lineFeed(from: 0) == nil)
    #expect(try buffer.fill(from: &source) && buffer.count == 4)
    buffer.start += 3
    #expect(try buffer.fill(from: &source))
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "defg")
    #expect(try buffer.fill(from: &source))
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "defgh\nxy")
    #expect(buffer.lineFeed(from: 0) == 5 && buffer.lineFeed(from: 6) == nil)
    buffer.start += 6
    #expect(try buffer.fill(from: &source))
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "xyz")
    #expect(try !buffer.fill(from: &source) && buffer.count == 3)
    buffer.removeAll()
    #expect(buffer.count == 0 && buffer.lineFeed(from: 0) == nil)
  }
}
