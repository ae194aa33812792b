// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A parser of HTTP/1.1 requests that takes bytes as they come.
///
/// It knows nothing of sockets and time. After an error it is of no further use: where the next
/// request begins cannot be known, so the connection has to be closed.
struct RequestParser: Sendable {
  /// In bytes, request line and header fields with their line ends.
  static let headLimit = 16_384
  /// In bytes.
  static let bodyLimit = 1_048_576

  private enum Phase {
    case line
    case fields(RequestHead)
    case body(RequestHead, left: Int)
    case chunks(RequestHead, ChunkedBody)
  }

  private var buffer = InputBuffer()
  private var phase = Phase.line
  private var headLeft = headLimit
  private var body: [UInt8] = []
  private var hasSkippedEmptyLine = false

  /// Whether no byte of a request has arrived.
  var isIdle: Bool {
    guard case .line = phase else { return false }
    return buffer.isEmpty
  }

  /// Whether the client is likely to wait for `100 Continue`: the head is whole, the body has not
  /// begun.
  var awaitsContinue: Bool {
    switch phase {
    case .line, .fields: false
    case .body(let head, _): head.expectsContinue && body.isEmpty
    case .chunks(let head, let chunks): head.expectsContinue && !chunks.hasBegun && buffer.isEmpty
    }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    buffer.append(bytes)
  }

  /// Returns the next request that has arrived whole, or nil when more bytes are needed.
  ///
  /// - Throws: An error with the status that the request is to be answered with.
  mutating func next() throws(HTTPError) -> HTTPRequest? {
    while true {
      switch phase {
      case .line:
        guard let line = try headLine() else { return nil }
        if line.isEmpty, !hasSkippedEmptyLine {
          // Some clients end a body with one line end too many (RFC 9112, section 2.2).
          hasSkippedEmptyLine = true
          continue
        }
        phase = .fields(try RequestHead(line: line))
      case .fields(var head):
        guard let line = try headLine() else { return nil }
        if line.isEmpty {
          phase = try bodyPhase(of: head)
        } else {
          phase = .line  // Releases the copy, so that the fields grow in place.
          try head.fields.append(line: line)
          phase = .fields(head)
        }
      case .body(let head, let left):
        let block = buffer.take(atMost: left)
        body.append(contentsOf: block)
        guard block.count == left else {
          phase = .body(head, left: left - block.count)
          return nil
        }
        return finished(head, body)
      case .chunks(let head, var chunks):
        phase = .line  // As above.
        let whole = try chunks.next(from: &buffer)
        guard let whole else {
          phase = .chunks(head, chunks)
          return nil
        }
        return finished(head, whole)
      }
    }
  }

  private mutating func finished(_ head: RequestHead, _ body: [UInt8]) -> HTTPRequest {
    phase = .line
    headLeft = Self.headLimit
    self.body = []
    hasSkippedEmptyLine = false
    return HTTPRequest(head: head, body: body)
  }

  private func bodyPhase(of head: RequestHead) throws(HTTPError) -> Phase {
    switch try head.framing(bodyLimit: Self.bodyLimit) {
    case .length(let length):
      .body(head, left: length)
    case .chunked:
      .chunks(head, ChunkedBody(limit: Self.bodyLimit, trailerLimit: Self.headLimit))
    }
  }

  private mutating func headLine() throws(HTTPError) -> ArraySlice<UInt8>? {
    do {
      let line = try buffer.takeLine(atMost: headLeft)
      if let line { headLeft -= line.count + 2 }
      return line
    } catch {
      switch error {
      case .tooLong: throw Self.headTooLarge
      case .bareLineFeed: throw .malformed("a line must end with CR LF, not with LF alone")
      case .bareCarriageReturn: throw .malformed("a CR must be followed by LF")
      case .nul: throw .malformed("request line and header fields must not contain NUL")
      }
    }
  }

  static let headTooLarge = HTTPError(
    .headersTooLarge,
    "headers_too_large",
    "request line and header fields must have at most \(headLimit) bytes together"
  )
}
