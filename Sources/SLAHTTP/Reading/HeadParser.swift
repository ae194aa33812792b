// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Reads the lines of an answer before its body (RFC 9112, https://doi.org/10.17487/RFC9112).
///
/// Of the fields it takes note of those on which the message hangs; the others are checked and left as they are.
struct HeadParser {
  /// The status, in `100...999`, once the status line has been read.
  private(set) var status = 0
  private var minorVersion = 1
  private var length: Int?
  private var hasEncoding = false
  private var isChunked = false
  private var saysClose = false
  private var saysKeepAlive = false

  /// How the end of the body is found.
  enum Framing: Equatable {
    case length(Int)
    case chunked
    case untilClose
  }

  /// Whether this is the head of an answer that is yet to come (RFC 9110, section 15.2).
  var isInterim: Bool { status < 200 }

  /// Whether the connection can carry another request (RFC 9112, section 9.3).
  var keepsAlive: Bool { !saysClose && (minorVersion == 1 || saysKeepAlive) }

  /// Whether bytes can be the beginning of a status line, so that garbage is not waited for.
  static func canBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    zip(bytes, "HTTP/".utf8).allSatisfy { $0 == $1 }
  }

  /// Reads the first line: `HTTP/1.1 200 OK`.
  ///
  /// - Parameter line: The line without its end.
  /// - Throws: ``AnswerFault``.
  mutating func readStatusLine(_ line: UnsafeBufferPointer<UInt8>) throws(AnswerFault) {
    guard line.count >= 12, Self.canBegin(line), line[6] == 0x2E, line[8] == 0x20,
      line.count == 12 || line[12] == 0x20, line.allSatisfy(\.isFieldByte)
    else { throw .statusLine }
    guard line[5] == 0x31, line[7] == 0x30 || line[7] == 0x31 else { throw .version }
    minorVersion = Int(line[7] - 0x30)
    var number = 0
    for digit in line[9..<12] {
      guard (0x30...0x39).contains(digit) else { throw .statusLine }
      number = number * 10 + Int(digit - 0x30)
    }
    guard number >= 100 else { throw .statusLine }
    guard number != 101 else { throw .switching }
    status = number
  }

  /// Reads a header line: `name: value`.
  ///
  /// - Parameter line: The line without its end, not empty.
  /// - Throws: ``AnswerFault``.
  mutating func readField(_ line: UnsafeBufferPointer<UInt8>) throws(AnswerFault) {
    guard !line[0].isOptionalSpace else { throw .folding }
    var colon = 0
    while colon < line.count, line[colon].isTokenByte { colon += 1 }
    guard colon > 0, colon < line.count, line[colon] == 0x3A else { throw .fieldName }
    var index = colon + 1
    while index < line.count {
      guard line[index].isFieldByte else { throw .fieldValue }
      index += 1
    }
    let name = UnsafeBufferPointer(rebasing: line[..<colon])
    let value = UnsafeBufferPointer(rebasing: line[(colon + 1)...])
    switch colon {
    case 10 where name.isToken("connection"): readConnection(value)
    case 14 where name.isToken("content-length"): try readLength(value)
    case 17 where name.isToken("transfer-encoding"):
      guard !hasEncoding, value.trimmed.isToken("chunked") else { throw .encoding }
      hasEncoding = true
      isChunked = true
    default: break
    }
  }

  private mutating func readConnection(_ value: UnsafeBufferPointer<UInt8>) {
    value.forEachElement { word in
      if word.isToken("close") { saysClose = true }
      if word.isToken("keep-alive") { saysKeepAlive = true }
    }
  }

  private mutating func readLength(_ value: UnsafeBufferPointer<UInt8>) throws(AnswerFault) {
    try value.forEachElement { element throws(AnswerFault) in
      var number = 0
      guard !element.isEmpty else { throw .length }
      for digit in element {
        guard (0x30...0x39).contains(digit) else { throw .length }
        // Above every limit it is as much as can be; more digits change nothing.
        number = min(number, .max / 20) * 10 + Int(digit - 0x30)
      }
      guard length == nil || length == number else { throw .lengths }
      length = number
    }
  }

  /// How the body ends, once all lines have been read (RFC 9112, section 6.3).
  ///
  /// - Parameter isHead: Whether the request was one for the head alone.
  /// - Returns: How.
  /// - Throws: ``AnswerFault`` if the fields contradict each other.
  func framing(isHead: Bool) throws(AnswerFault) -> Framing {
    if hasEncoding {
      guard length == nil else { throw .lengthAndEncoding }
      guard minorVersion == 1 else { throw .encodingVersion }
    }
    if isHead || status == 204 || status == 304 { return .length(0) }
    if isChunked { return .chunked }
    return length.map { .length($0) } ?? .untilClose
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of a word, but for the case of letters.
  ///
  /// - Parameter word: The word in small letters.
  /// - Returns: Whether they are.
  func isToken(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices where self[index].asciiLowercased != word.utf8Start[index] { return false }
    return true
  }

  /// The bytes without the space around them.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var (first, last) = (0, count)
    while first < last, self[first].isOptionalSpace { first += 1 }
    while last > first, self[last - 1].isOptionalSpace { last -= 1 }
    return UnsafeBufferPointer(rebasing: self[first..<last])
  }

  /// Does something with each element between commas, without making a list of them.
  ///
  /// - Parameter body: What to do with an element, without the space around it.
  /// - Throws: What the body throws.
  @inline(__always)
  func forEachElement<Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    for end in 0...count where end == count || self[end] == 0x2C {
      try body(UnsafeBufferPointer(rebasing: self[start..<end]).trimmed)
      start = end + 1
    }
  }
}
