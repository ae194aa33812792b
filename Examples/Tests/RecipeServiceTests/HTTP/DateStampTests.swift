// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation
import XCTest

@testable import RecipeService

final class DateStampTests: XCTestCase {
  func testWritesKnownTimes() {
    let table: [(second: Int, text: String)] = [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),  // The example of RFC 9110, 5.6.7.
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),  // No leap year.
    ]
    for (second, text) in table {
      XCTAssertEqual(DateStamp.text(second: second), text)
    }
  }

  func testAgreesWithFoundation() {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    // Days and some seconds, over about 440 years.
    for step in 0..<2000 {
      let second = step * 6_998_399
      let date = Date(timeIntervalSince1970: TimeInterval(second))
      XCTAssertEqual(DateStamp.text(second: second), formatter.string(from: date), "\(second)")
    }
  }

  func testFollowsItsClock() {
    let second = Guarded(0)
    let stamp = DateStamp { second.withLock { $0 } }
    XCTAssertEqual(stamp.text, "Thu, 01 Jan 1970 00:00:00 GMT")
    XCTAssertEqual(stamp.text, "Thu, 01 Jan 1970 00:00:00 GMT")
    second.withLock { $0 = 61 }
    XCTAssertEqual(stamp.text, "Thu, 01 Jan 1970 00:01:01 GMT")
  }
}
