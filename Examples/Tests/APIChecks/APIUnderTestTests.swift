// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import XCTest

/// The address that the checks test.
final class APIUnderTestTests: XCTestCase {
  func testAddressesMayHaveAPath() throws {
    for text in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://example.org/api/v1"] {
      XCTAssertEqual("\(try APIUnderTest.target(["API_BASE_URL": text]))", text)
      XCTAssertEqual("\(try APIUnderTest.target(["API_BASE_URL": text + "/"]))", text)
    }
  }

  func testWhatIsNoAddressIsSaid() {
    let faults = [
      "127.0.0.1:8080": "must begin with http://", "http://": "has no host",
      "http://a?x=1": "must not have a query", "https://example.org": "URLSessionTarget",
    ]
    for (text, fault) in faults {
      XCTAssertThrowsError(try APIUnderTest.target(["API_BASE_URL": text])) { error in
        let start = "API_BASE_URL cannot be tested: the address \"\(text)\" "
        XCTAssertTrue("\(error)".hasPrefix(start) && "\(error)".contains(fault), "\(error)")
      }
    }
  }
}
