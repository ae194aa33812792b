// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class RouterTests: XCTestCase {
  private struct Cause: Error {}

  func testDatabaseThatCannotBeOpenedKeepsItsPathToItself() throws {
    let route = Route(
      "GET",
      "/",
      .plain { _ in throw DatabaseUnavailable(path: "/secret/place", cause: Cause()) }
    )
    let request = try XCTUnwrap(try Parsing.requests("GET / HTTP/1.0\r\n\r\n").first)
    let response = Router(routes: [route]).response(to: request)
    XCTAssertEqual(response.status, .serviceUnavailable)
    XCTAssertEqual(response.fields, [HTTPField(name: "Retry-After", value: "1")])
    XCTAssertEqual(
      String(decoding: response.body, as: UTF8.self),
      #"{"error":"database_unavailable","#
        + #""reason":"the database cannot be opened at present; try again later"}"#
    )
  }
}
