// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class TextStatisticsTests: XCTestCase {
  func testCountsWords() {
    let table: [(text: String, words: Int, distinct: Int, commonest: String)] = [
      ("", 0, 0, ""),
      ("...", 0, 0, ""),
      ("One", 1, 1, "one"),
      ("to be or not to be", 6, 4, "be"),  // "be", "to" and "to be" twice each
      ("b a. A b! B", 5, 2, "b"),
      ("Salt 2 g; salt 3 g", 6, 4, "g"),
    ]
    for (text, words, distinct, commonest) in table {
      let statistics = TextStatistics(of: text)
      XCTAssertEqual(statistics.words, words, text)
      XCTAssertEqual(statistics.distinctWords, distinct, text)
      XCTAssertEqual(statistics.commonest, commonest, text)
    }
  }
}
