// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class RequestParserTests: XCTestCase {
  func testReadsRequests() throws {
    let table: [(bytes: String, method: String, segments: [String], body: String)] = [
      ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET", [], ""),
      ("GET /a/b HTTP/1.0\r\n\r\n", "GET", ["a", "b"], ""),
      ("\r\nGET /a HTTP/1.1\r\nHost: a\r\n\r\n", "GET", ["a"], ""),
      ("GET http://a:80/b?c=d HTTP/1.1\r\nHost: a\r\n\r\n", "GET", ["b"], ""),
      ("GET hTTp://[::1]:80 HTTP/1.1\r\nHost:\r\n\r\n", "GET", [], ""),
      ("GET /a HTTP/1.1\r\nHost:\r\n\r\n", "GET", ["a"], ""),
      ("GET /a HTTP/1.1\r\nHost: a-b.c_d~%41!:\r\n\r\n", "GET", ["a"], ""),
      ("GET /a HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n", "GET", ["a"], ""),
      ("GET /a HTTP/1.1\r\nHost: [fe80::1]\r\n\r\n", "GET", ["a"], ""),
      ("BREW /pot HTTP/1.1\r\nhOsT:\ta \r\n\r\n", "BREW", ["pot"], ""),
      ("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz", "POST", ["a"], "xyz"),
      (
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nxyz",
        "POST", ["a"], "xyz"
      ),
      (
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
          + "2;a=\"b\"\r\nxy\r\n00A\r\n0123456789\r\n0\r\nSum: 1\r\n\r\n",
        "POST", ["a"], "xy0123456789"
      ),
    ]
    for (bytes, method, segments, body) in table {
      let requests = try Parsing.requests(bytes)
      XCTAssertEqual(requests.count, 1, bytes)
      let request = try XCTUnwrap(requests.first)
      XCTAssertEqual(request.method, method, bytes)
      XCTAssertEqual(request.target.segments, segments, bytes)
      XCTAssertEqual(String(decoding: request.body, as: UTF8.self), body, bytes)
    }
  }

  func testReadsPipelinedRequestsInOrder() throws {
    let requests = try Parsing.requests(Parsing.pipelined)
    XCTAssertEqual(requests.map(\.target.segments), [["a"], ["b"], ["c"], ["d"]])
    XCTAssertEqual(requests.map { String(decoding: $0.body, as: UTF8.self) }, ["", "hi", "yo", ""])
  }

  func testEverySplitGivesTheSameRequests() throws {
    let bytes = Array(Parsing.pipelined.utf8)
    let whole = try Parsing.requests(Parsing.pipelined)
    for cut in 0...bytes.count {
      XCTAssertEqual(try Parsing.requests([bytes[..<cut], bytes[cut...]]), whole, "cut at \(cut)")
    }
    XCTAssertEqual(try Parsing.requests(bytes.map { [$0][...] }), whole, "byte by byte")
  }

  func testKeepsAliveByVersionAndConnectionField() throws {
    let table: [(head: String, keepsAlive: Bool)] = [
      ("GET / HTTP/1.1\r\nHost: a", true),
      ("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close", false),
      ("GET / HTTP/1.0", false),
      ("GET / HTTP/1.0\r\nConnection: Keep-Alive", true),
      ("GET / HTTP/1.0\r\nConnection: \u{212A}eep-Alive", false),
      ("GET / HTTP/1.1\r\nHost: a\r\nConnection: clo\u{17F}e", true),
    ]
    for (head, keepsAlive) in table {
      let request = try XCTUnwrap(try Parsing.requests(head + "\r\n\r\n").first)
      XCTAssertEqual(request.keepsAlive, keepsAlive, head)
    }
  }

  func testAwaitsContinueBetweenHeadAndBody() throws {
    let expect = "Expect: 100-continue"
    for fields in [
      "Content-Length: 2\r\n\(expect)", "Transfer-Encoding: chunked\r\n\(expect)",
      "\(expect)\r\nContent-Length: 2\r\n\(expect.uppercased())",
    ] {
      var parser = RequestParser()
      let head = "POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r"
      parser.append(Array(head.utf8)[...])
      XCTAssertNil(try parser.next())
      XCTAssertFalse(parser.awaitsContinue)
      parser.append(Array("\n".utf8)[...])
      XCTAssertNil(try parser.next())
      XCTAssertTrue(parser.awaitsContinue)
      parser.append(Array("2\r\n".utf8)[...])
      _ = try? parser.next()
      XCTAssertFalse(parser.awaitsContinue)
    }
  }

  func testHeadLimitIsExact() throws {
    // "GET / HTTP/1.1" 16, "Host: a" 9, "X: " and its line end 5, the empty line 2: 32 bytes.
    func head(_ count: Int) -> String {
      "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: count - 32))\r\n\r\n"
    }
    XCTAssertEqual(try Parsing.requests(head(RequestParser.headLimit)).count, 1)
    XCTAssertThrowsError(try Parsing.requests(head(RequestParser.headLimit + 1))) {
      XCTAssertEqual(($0 as? HTTPError)?.status, .headersTooLarge)
    }
  }

  func testBodyLimitIsExact() throws {
    let limit = RequestParser.bodyLimit
    let head = "POST / HTTP/1.1\r\nHost: a\r\n"
    let body = String(repeating: "x", count: limit)
    let sized = try Parsing.requests("\(head)Content-Length: \(limit)\r\n\r\n\(body)")
    XCTAssertEqual(sized.first?.body.count, limit)
    let size = String(limit, radix: 16)
    let chunked = "\(head)Transfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n"
    XCTAssertEqual(try Parsing.requests(chunked + "0\r\n\r\n").first?.body.count, limit)
    XCTAssertThrowsError(try Parsing.requests(chunked + "1\r\n")) {
      XCTAssertEqual(($0 as? HTTPError)?.status, .contentTooLarge)
    }
  }
}
