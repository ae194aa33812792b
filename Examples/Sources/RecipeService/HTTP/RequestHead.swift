// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The request line and the header fields of a request, while they arrive line by line.
struct RequestHead: Sendable {
  let method: String
  let target: RequestTarget
  /// 0 or 1, for HTTP/1.0 and HTTP/1.1.
  let minorVersion: Int
  var fields = HTTPFields()

  /// How the end of the body is found.
  enum Framing: Equatable {
    case length(Int)
    case chunked
  }

  /// Reads a request line, such as `GET /health HTTP/1.1`.
  ///
  /// - Throws: An error with status 400 or 505.
  init(line: ArraySlice<UInt8>) throws(HTTPError) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw .malformed("the request line must have the form \"GET /path HTTP/1.1\"")
    }
    guard !parts[0].isEmpty, parts[0].allSatisfy(\.isTokenByte) else {
      throw .malformed("the method must be a word such as GET or POST")
    }
    switch String(decoding: parts[2], as: UTF8.self) {
    case "HTTP/1.1": minorVersion = 1
    case "HTTP/1.0": minorVersion = 0
    case let other where Self.isVersion(other):
      throw HTTPError(
        .versionNotSupported,
        "version_not_supported",
        "only HTTP/1.1 and HTTP/1.0 are spoken here"
      )
    default: throw .malformed("the request line must end with the version, as in HTTP/1.1")
    }
    method = String(decoding: parts[0], as: UTF8.self)
    target = try RequestTarget(parts[1])
  }

  private static func isVersion(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && text.hasPrefix("HTTP/") && (0x30...0x39).contains(bytes[5])
      && bytes[6] == UInt8(ascii: ".") && (0x30...0x39).contains(bytes[7])
  }

  /// The one word of `Expect` that is known.
  private static let expectation = "100-continue"

  /// Whether the client waits for the line `100 Continue` before it sends the body.
  var expectsContinue: Bool {
    minorVersion == 1 && fields.contains(Self.expectation, in: "expect")
  }

  /// Whether the connection stays open after the answer (RFC 9112, section 9.3).
  var keepsAlive: Bool {
    if fields.contains("close", in: "connection") { return false }
    return minorVersion == 1 || fields.contains("keep-alive", in: "connection")
  }

  /// Checks the fields that the message hangs on, and finds out how the body ends.
  ///
  /// - Throws: An error with status 400, 413, 417 or 501.
  func framing(bodyLimit: Int) throws(HTTPError) -> Framing {
    let hosts = fields.values("host")
    guard hosts.count == 1 || (hosts.isEmpty && minorVersion == 0) else {
      throw .malformed("a request must have exactly one Host field (had \(hosts.count))")
    }
    guard hosts.allSatisfy({ $0.isEmpty || Authority.isValid($0.utf8) }) else {
      throw .malformed(
        "the Host field must be a host, and maybe a port, as in 127.0.0.1:8080 or [::1]:8080"
      )
    }
    guard minorVersion == 0 || fields.elements("expect").allSatisfy({ $0.isWord(Self.expectation) })
    else {
      throw HTTPError(
        .expectationFailed,
        "expectation_failed",
        "only \"Expect: 100-continue\" is supported"
      )
    }
    let encodings = fields.values("transfer-encoding")
    let lengths = fields.values("content-length")
    guard encodings.isEmpty else {
      guard lengths.isEmpty, minorVersion == 1 else {
        throw .malformed(
          "Transfer-Encoding needs HTTP/1.1 and excludes Content-Length; send one of them"
        )
      }
      guard encodings.count == 1, encodings[0].isWord("chunked") else {
        throw HTTPError(
          .notImplemented,
          "encoding_not_implemented",
          "the only Transfer-Encoding that is read here is \"chunked\""
        )
      }
      return .chunked
    }
    return .length(try Self.length(lengths, limit: bodyLimit))
  }

  private static func length(_ values: [String], limit: Int) throws(HTTPError) -> Int {
    guard let first = values.first else { return 0 }
    guard values.allSatisfy({ $0 == first }) else {
      throw .malformed("the Content-Length fields differ; send one")
    }
    guard !first.isEmpty, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed("Content-Length must consist of digits only")
    }
    guard let length = Int(first), length <= limit else { throw bodyTooLarge(limit: limit) }
    return length
  }

  static func bodyTooLarge(limit: Int) -> HTTPError {
    HTTPError(
      .contentTooLarge,
      "body_too_large",
      "the body must have at most \(limit) bytes; send less at once"
    )
  }
}
