// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import ServiceUnderTest
import XCTest

/// The address that the checks test.
final class APIUnderTestTests: XCTestCase {
  func testAddressesEndInASlash() throws {
    for text in ["http://127.0.0.1:8080", "http://127.0.0.1:8080/", "https://example.org/api/v1"] {
      let url = try APIUnderTest.baseURL(["API_BASE_URL": text])
      XCTAssertEqual(url.absoluteString, text.hasSuffix("/") ? text : text + "/")
    }
  }

  func testWhatIsNoAddressIsSaid() {
    for text in ["127.0.0.1:8080", "ftp://example.org", "http://", "http://a?x=1", "http://a#b"] {
      XCTAssertThrowsError(try APIUnderTest.baseURL(["API_BASE_URL": text])) { error in
        XCTAssertEqual(
          "\(error)",
          "API_BASE_URL must be an address like http://127.0.0.1:8080 (was \"\(text)\")"
        )
      }
    }
  }
}
