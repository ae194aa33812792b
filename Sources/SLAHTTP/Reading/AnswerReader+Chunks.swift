// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension AnswerReader {
  /// Reads a body in chunks, and the lines after it (RFC 9112, section 7.1).
  func readChunks<Source: ByteSource>(
    from source: inout Source,
    into body: inout [UInt8]
  ) throws(HTTPFailure) {
    while true {
      let size = try Self.size(try takeLine(from: &source, atMost: Self.headLimit))
      guard size > 0 else { break }
      guard size <= bodyLimit - body.count else { throw .bodyTooLarge(limit: bodyLimit) }
      try readBlock(size, from: &source, into: &body)
      guard try takeLine(from: &source, atMost: 2).isEmpty else { throw .malformed(.chunkEnd) }
    }
    // Checked like any field, and dropped: nothing here depends on a trailer.
    var left = Self.headLimit
    while true {
      let line = try takeLine(from: &source, atMost: left)
      guard !line.isEmpty else { return }
      left -= line.count
      var parser = HeadParser()
      try Self.faults { () throws(AnswerFault) in try parser.readField(line) }
    }
  }

  /// Takes a line around a chunk; its bytes are there until the next ones are waited for.
  private func takeLine<Source: ByteSource>(
    from source: inout Source,
    atMost limit: Int
  ) throws(HTTPFailure) -> UnsafeBufferPointer<UInt8> {
    var scanned = 0
    while true {
      if let feed = buffer.lineFeed(from: scanned), feed < limit {
        let bytes = buffer.bytes
        guard feed > 0, bytes[feed - 1] == 0x0D else { throw .malformed(.lineEnd) }
        buffer.start += feed + 1
        return UnsafeBufferPointer(rebasing: bytes[..<(feed - 1)])
      }
      scanned = buffer.count
      guard scanned < limit else {
        throw limit == 2 ? .malformed(.chunkEnd) : .headTooLarge(limit: Self.headLimit)
      }
      try fill(from: &source)
    }
  }

  /// Reads the size of a chunk in up to 15 hexadecimal digits after zeros; an extension after it is
  /// left aside.
  private static func size(_ line: UnsafeBufferPointer<UInt8>) throws(HTTPFailure) -> Int {
    var size = 0
    var index = 0
    while index < line.count, line[index] == 0x30 { index += 1 }
    let first = index
    while index < line.count, let digit = line[index].hexadecimalValue {
      guard index - first < 15 else { throw .malformed(.chunkSize) }
      size = size << 4 | Int(digit)
      index += 1
    }
    guard index > 0 else { throw .malformed(.chunkSize) }
    while index < line.count, line[index].isOptionalSpace { index += 1 }
    guard index == line.count || line[index] == 0x3B, line.allSatisfy(\.isFieldByte) else {
      throw .malformed(.chunkSize)
    }
    return size
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, or `nil`.
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
