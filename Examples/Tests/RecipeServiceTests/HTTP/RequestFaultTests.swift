// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class RequestFaultTests: XCTestCase {
  private let heads: [(head: String, status: HTTPStatus, reason: String)] = [
    ("GET /", .badRequest, "must have the form"),
    ("GET  / HTTP/1.1", .badRequest, "must have the form"),
    ("G{T / HTTP/1.1", .badRequest, "method must be a word"),
    (" / HTTP/1.1", .badRequest, "method must be a word"),
    ("GET / http/1.1", .badRequest, "must end with the version"),
    ("GET / HTTP/1", .badRequest, "must end with the version"),
    ("GET / HTTP/2.0", .versionNotSupported, "only HTTP/1.1"),
    ("GET / HTTP/1.2", .versionNotSupported, "only HTTP/1.1"),
    ("GET * HTTP/1.1", .badRequest, "must begin with \"/\""),
    ("GET a HTTP/1.1", .badRequest, "must begin with \"/\""),
    ("GET /#a HTTP/1.1", .badRequest, "without \"#\""),
    ("GET /\u{e4} HTTP/1.1", .badRequest, "printable ASCII"),
    ("GET /%4 HTTP/1.1", .badRequest, "two hexadecimal digits"),
    ("GET /%zz HTTP/1.1", .badRequest, "two hexadecimal digits"),
    ("GET /%00 HTTP/1.1", .badRequest, "other than 00"),
    ("GET /?a=% HTTP/1.1", .badRequest, "two hexadecimal digits"),
    ("GET /%ff HTTP/1.1", .badRequest, "UTF-8"),
    ("GET / HTTP/1.1\r\nHost a", .badRequest, "\"name: value\""),
    ("GET / HTTP/1.1\r\nHost : a", .badRequest, "header name"),
    ("GET / HTTP/1.1\r\n: a", .badRequest, "header name"),
    ("GET / HTTP/1.1\r\nHost: a\r\n b", .badRequest, "begin with a space"),
    ("GET / HTTP/1.1\r\nHost: a\u{1}", .badRequest, "control characters"),
    ("GET / HTTP/1.1\r\nHost: a\0", .badRequest, "NUL"),
    ("GET / HTTP/1.1\nHost: a", .badRequest, "LF alone"),
    ("GET / HTTP/1.1\r\nHost: a\rb", .badRequest, "CR must be followed"),
    ("GET / HTTP/1.1", .badRequest, "Host field (had 0)"),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: a", .badRequest, "Host field (had 2)"),
    ("GET / HTTP/1.1\r\nHost: a b@@/", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: a@b", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: :80", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: a:b", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: a:80:80", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: [::1", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: []", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: [::1]a", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: a%4", .badRequest, "Host field must"),
    ("GET / HTTP/1.1\r\nHost: \u{e4}", .badRequest, "Host field must"),
    ("GET / HTTP/1.0\r\nHost: a/b", .badRequest, "Host field must"),
    ("GET http:/// HTTP/1.1\r\nHost:", .badRequest, "after \"http://\""),
    ("GET http:// HTTP/1.1\r\nHost: a", .badRequest, "after \"http://\""),
    ("GET http://?a HTTP/1.1\r\nHost: a", .badRequest, "after \"http://\""),
    ("GET http://me@a/ HTTP/1.1\r\nHost: a", .badRequest, "after \"http://\""),
    ("GET / HTTP/1.1\r\nHost: a\r\nExpect: tea", .expectationFailed, "100-continue"),
    ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue, tea", .expectationFailed, "100-con"),
    (
      "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nExpect: tea",
      .expectationFailed, "100-continue"
    ),
    ("\r\n\r\nGET / HTTP/1.1", .badRequest, "must have the form"),
  ]

  private let bodies: [(rest: String, status: HTTPStatus, reason: String)] = [
    ("Content-Length: -1\r\n\r\n", .badRequest, "digits only"),
    ("Content-Length: +1\r\n\r\n", .badRequest, "digits only"),
    ("Content-Length:\r\n\r\n", .badRequest, "digits only"),
    ("Content-Length: 1, 1\r\n\r\n", .badRequest, "digits only"),
    ("Content-Length: 0x1\r\n\r\n", .badRequest, "digits only"),
    ("Content-Length: 1\r\nContent-Length: 2\r\n\r\n", .badRequest, "differ"),
    ("Content-Length: 1048577\r\n\r\n", .contentTooLarge, "at most 1048576"),
    ("Content-Length: 99999999999999999999\r\n\r\n", .contentTooLarge, "at most 1048576"),
    ("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", .badRequest, "send one of them"),
    ("Transfer-Encoding: gzip\r\n\r\n", .notImplemented, "\"chunked\""),
    ("Transfer-Encoding: gzip, chunked\r\n\r\n", .notImplemented, "\"chunked\""),
    // A Kelvin sign, which Unicode lowercases to the letter of ASCII; a proxy does not.
    ("Transfer-Encoding: chun\u{212A}ed\r\n\r\n", .notImplemented, "\"chunked\""),
    ("Transfer-Encoding: chunked\r\n\r\nx\r\n", .badRequest, "hexadecimal"),
    ("Transfer-Encoding: chunked\r\n\r\n\r\n", .badRequest, "hexadecimal"),
    ("Transfer-Encoding: chunked\r\n\r\n-1\r\n", .badRequest, "hexadecimal"),
    ("Transfer-Encoding: chunked\r\n\r\n1 \r\n", .badRequest, "hexadecimal"),
    ("Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", .badRequest, "hexadecimal"),
    ("Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", .contentTooLarge, "at most"),
    ("Transfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n", .badRequest, "as its size says"),
    ("Transfer-Encoding: chunked\r\n\r\n1\nx", .badRequest, "CR LF"),
    ("Transfer-Encoding: chunked\r\n\r\n0\r\nbad\r\n", .badRequest, "\"name: value\""),
  ]

  func testRefusesHeads() {
    for (head, status, reason) in heads {
      expectFault(head + "\r\n\r\n", status, reason)
    }
  }

  func testRefusesBodies() {
    for (rest, status, reason) in bodies {
      expectFault("POST / HTTP/1.1\r\nHost: a\r\n\(rest)", status, reason)
    }
  }

  func testRefusesEncodingInOldVersion() {
    expectFault("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .badRequest, "HTTP/1.1")
  }

  func testRefusesEndlessLines() {
    let long = String(repeating: "x", count: RequestParser.headLimit)
    expectFault("GET /\(long)", .headersTooLarge, "at most 16384 bytes")
    let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    expectFault("\(chunked)1;\(long)", .badRequest, "shorter than 256")
    expectFault("\(chunked)0\r\nX: \(long)", .headersTooLarge, "at most 16384 bytes")
  }

  func testRefusesEarly() {
    // The lines are not whole, but nothing can make them right.
    expectFault("GET / HTTP/1.1\n", .badRequest, "LF alone")
    expectFault("\u{16}\u{3}\u{1}\0", .badRequest, "NUL")
  }

  private func expectFault(
    _ text: String,
    _ status: HTTPStatus,
    _ reason: String,
    line: UInt = #line
  ) {
    let bytes = Array(text.utf8)
    for pieces in [[bytes[...]], bytes.map { [$0][...] }] {
      XCTAssertThrowsError(try Parsing.requests(pieces), text.debugDescription, line: line) {
        let error = $0 as? HTTPError
        XCTAssertEqual(error?.status, status, text.debugDescription, line: line)
        XCTAssert(
          error?.reason.contains(reason) == true,
          "\(text.prefix(80).debugDescription): \($0)",
          line: line
        )
      }
    }
  }
}
