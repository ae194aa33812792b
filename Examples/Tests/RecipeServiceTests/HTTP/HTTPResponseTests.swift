// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class HTTPResponseTests: XCTestCase {
  private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

  func testSerializesHeadAndBody() throws {
    let response = try HTTPResponse(.created, json: ["b": 2, "a": 1])
    XCTAssertEqual(
      String(decoding: response.serialized(date: date, keepsAlive: true), as: UTF8.self),
      "HTTP/1.1 201 Created\r\nDate: \(date)\r\nContent-Type: application/json\r\n"
        + "Content-Length: 13\r\nConnection: keep-alive\r\n\r\n{\"a\":1,\"b\":2}"
    )
  }

  func testHeadHasTheLengthOfTheBodyThatIsLeftOut() throws {
    let response = try HTTPResponse(.ok, json: [1])
    let bytes = response.serialized(date: date, keepsAlive: false, withBody: false)
    XCTAssertEqual(
      String(decoding: bytes, as: UTF8.self),
      "HTTP/1.1 200 OK\r\nDate: \(date)\r\nContent-Type: application/json\r\nContent-Length: 3\r\n"
        + "Connection: close\r\n\r\n"
    )
  }

  func testErrorsCarryCodeReasonAndFields() {
    let allow = HTTPField(name: "Allow", value: "GET")
    let error = HTTPError(.methodNotAllowed, "code", "Why \"not\".", fields: [allow])
    XCTAssertEqual(
      String(decoding: HTTPResponse(error).serialized(date: date, keepsAlive: true), as: UTF8.self),
      "HTTP/1.1 405 Method Not Allowed\r\nDate: \(date)\r\nContent-Type: application/json\r\n"
        + "Content-Length: 40\r\nAllow: GET\r\nConnection: keep-alive\r\n\r\n"
        + #"{"error":"code","reason":"Why \"not\"."}"#
    )
  }
}
