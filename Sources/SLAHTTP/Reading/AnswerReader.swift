// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An answer as it was read.
struct RawAnswer: Equatable {
  var status: Int
  /// The header lines, each with its end.
  var head: [UInt8]
  var body: [UInt8]
  /// Whether the connection can carry another request.
  var keepsAlive: Bool
}

/// Reads one answer after another from a source, with bounds for everything that it keeps.
struct AnswerReader {
  /// The most bytes of all lines before a body, of lines after a chunked one, or of the line of a chunk.
  static let headLimit = 65_536

  let buffer = ReadBuffer()
  /// The most bytes of a body.
  let bodyLimit: Int

  /// Reads an answer to its end.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - isHead: Whether the request was one for the head alone.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if it is not HTTP/1.1, too large, or not there in time.
  func read<Source: ByteSource>(
    from source: inout Source,
    isHead: Bool = false
  ) throws(HTTPFailure) -> RawAnswer {
    var left = Self.headLimit
    while true {
      let (parser, head) = try readHead(from: &source, &left)
      if parser.isInterim { continue }
      let framing = try Self.faults { () throws(AnswerFault) in
        try parser.framing(isHead: isHead)
      }
      var answer = RawAnswer(
        status: parser.status,
        head: head,
        body: [],
        keepsAlive: parser.keepsAlive && framing != .untilClose
      )
      try readBody(framing, from: &source, into: &answer.body)
      // Whoever sends more than was asked for has miscounted, here or in the answer before.
      guard buffer.count == 0 else { throw .malformed(.excess) }
      return answer
    }
  }

  // MARK: Head

  private func readHead<Source: ByteSource>(
    from source: inout Source,
    _ left: inout Int
  ) throws(HTTPFailure) -> (HeadParser, [UInt8]) {
    var parser = HeadParser()
    var fieldsStart = 0
    var lineStart = 0
    var scanned = 0
    while true {
      guard let feed = buffer.lineFeed(from: scanned) else {
        scanned = buffer.count
        guard scanned < left else { throw .headTooLarge(limit: Self.headLimit) }
        guard lineStart > 0 || HeadParser.canBegin(buffer.bytes) else {
          throw .malformed(.statusLine)
        }
        guard try buffer.fill(from: &source) else {
          throw scanned == 0 && left == Self.headLimit ? .closedBeforeAnswer : .closedWithinAnswer
        }
        continue
      }
      guard feed < left else { throw .headTooLarge(limit: Self.headLimit) }
      let line = try line(from: lineStart, to: feed)
      try Self.faults { () throws(AnswerFault) in
        if fieldsStart == 0 {
          try parser.readStatusLine(line)
        } else if !line.isEmpty {
          try parser.readField(line)
        }
      }
      if fieldsStart > 0, line.isEmpty {
        let fields = buffer.bytes[fieldsStart..<lineStart]
        let head = parser.isInterim ? [] : Array(fields)
        left -= feed + 1
        buffer.start += feed + 1
        return (parser, head)
      }
      lineStart = feed + 1
      scanned = lineStart
      if fieldsStart == 0 { fieldsStart = lineStart }
    }
  }

  /// The line without its end, which may be LF alone (RFC 9112, section 2.2).
  private func line(from start: Int, to feed: Int) throws(HTTPFailure) -> UnsafeBufferPointer<UInt8>
  {
    let bytes = buffer.bytes
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  // MARK: Body

  private func readBody<Source: ByteSource>(
    _ framing: HeadParser.Framing,
    from source: inout Source,
    into body: inout [UInt8]
  ) throws(HTTPFailure) {
    switch framing {
    case .length(let length):
      guard length <= bodyLimit else { throw .bodyTooLarge(limit: bodyLimit) }
      // No more than has come: the number may be a lie.
      body.reserveCapacity(min(length, Self.headLimit))
      try readBlock(length, from: &source, into: &body)
    case .chunked:
      try readChunks(from: &source, into: &body)
    case .untilClose:
      repeat {
        guard body.count + buffer.count <= bodyLimit else { throw .bodyTooLarge(limit: bodyLimit) }
        body.append(contentsOf: buffer.bytes)
        buffer.removeAll()
      } while try buffer.fill(from: &source)
    }
  }

  /// Reads so many bytes of a body.
  func readBlock<Source: ByteSource>(
    _ length: Int,
    from source: inout Source,
    into body: inout [UInt8]
  ) throws(HTTPFailure) {
    var left = length
    while left > 0 {
      if buffer.count == 0 { try fill(from: &source) }
      let count = min(left, buffer.count)
      body.append(contentsOf: UnsafeBufferPointer(rebasing: buffer.bytes[..<count]))
      buffer.start += count
      left -= count
    }
  }

  /// Waits for bytes of an answer that has begun.
  func fill<Source: ByteSource>(from source: inout Source) throws(HTTPFailure) {
    guard try buffer.fill(from: &source) else { throw .closedWithinAnswer }
  }

  /// Runs a part of the parser, and puts what is wrong as a failure.
  @inline(__always)
  static func faults<Result>(
    _ body: () throws(AnswerFault) -> Result
  ) throws(HTTPFailure) -> Result {
    do throws(AnswerFault) {
      return try body()
    } catch {
      throw .malformed(error)
    }
  }
}
