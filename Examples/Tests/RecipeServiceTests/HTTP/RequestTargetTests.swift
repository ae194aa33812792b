// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class RequestTargetTests: XCTestCase {
  func testDecodesPaths() throws {
    let table: [(target: String, segments: [String])] = [
      ("/", []),
      ("/a", ["a"]),
      ("/a/", ["a", ""]),
      ("//", ["", ""]),
      ("/a%2Fb/c%20d", ["a/b", "c d"]),
      ("/a+b", ["a+b"]),
      ("/%C3%A4", ["\u{e4}"]),
      ("HTTP://host", []),
      ("http://host?a=b", []),
      ("http://host/a", ["a"]),
    ]
    for (target, segments) in table {
      XCTAssertEqual(try RequestTarget(Array(target.utf8)[...]).segments, segments, target)
    }
  }

  func testDecodesQueries() throws {
    let table: [(query: String, parameters: [String])] = [
      ("", []),
      ("q=soup", ["q=soup"]),
      ("q=a+b%2Bc&&r", ["q=a b+c", "r="]),
      ("q=a=b&q=c", ["q=a=b", "q=c"]),
      ("%71=1?2", ["q=1?2"]),
    ]
    for (query, parameters) in table {
      let target = try RequestTarget(Array("/a?\(query)".utf8)[...])
      XCTAssertEqual(target.query.map { "\($0.name)=\($0.value)" }, parameters, query)
    }
  }
}
