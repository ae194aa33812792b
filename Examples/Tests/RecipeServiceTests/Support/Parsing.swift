// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

@testable import RecipeService

/// Ways to feed a parser.
enum Parsing {
  /// Four requests, with all kinds of bodies.
  static let pipelined =
    "GET /a?x=%41+b HTTP/1.1\r\nHost: a\r\n\r\n"
    + "POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
    + "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    + "1;e\r\ny\r\n1\r\no\r\n0\r\nT: 1\r\n\r\n"
    + "\r\nGET /d HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"

  /// All whole requests in the text.
  ///
  /// - Throws: The parser's error.
  static func requests(_ text: String) throws -> [HTTPRequest] {
    try requests([Array(text.utf8)[...]])
  }

  /// All whole requests in the pieces, given to the parser one after another.
  ///
  /// - Throws: The parser's error.
  static func requests(_ pieces: [ArraySlice<UInt8>]) throws -> [HTTPRequest] {
    var parser = RequestParser()
    var requests: [HTTPRequest] = []
    for piece in pieces {
      parser.append(piece)
      while let request = try parser.next() {
        requests.append(request)
      }
    }
    return requests
  }
}
