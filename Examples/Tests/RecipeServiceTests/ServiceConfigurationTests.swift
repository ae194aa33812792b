// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class ServiceConfigurationTests: XCTestCase {
  func testDefaults() throws {
    let configuration = try ServiceConfiguration(environment: ["OTHER": "x"])
    XCTAssertEqual(configuration.port, 0)
    XCTAssertEqual(configuration.slow, .zero)
    XCTAssertEqual(configuration.jobWorkers, 2)
    XCTAssertEqual(configuration.jobBacklogLimit, 1000)
    XCTAssertEqual(configuration.harvestsPerMinute, 180)
    XCTAssertNil(configuration.databasePath)
  }

  func testReadsMilliseconds() throws {
    for (text, milliseconds) in [("0", 0), ("250", 250), ("007", 7), ("60000", 60_000)] {
      let configuration = try ServiceConfiguration(environment: ["RECIPES_SLOW_MS": text])
      XCTAssertEqual(configuration.slow, .milliseconds(milliseconds), text)
    }
  }

  func testRefusesEverythingElse() {
    for text in ["", " ", "abc", "-1", "+1", "1.5", "1e3", "60001", "99999999999999999999", "٣"] {
      XCTAssertThrowsError(try ServiceConfiguration(environment: ["RECIPES_SLOW_MS": text])) {
        XCTAssertEqual(
          "\($0)",
          "RECIPES_SLOW_MS must be a whole number of milliseconds from 0 to 60000 (was \"\(text)\")"
        )
      }
    }
  }

  func testRefusesSettingsOutOfRange() {
    let changes: [(text: String, change: (inout ServiceConfiguration) -> Void)] = [
      ("slow must be zero or more", { $0.slow = .seconds(-1) }),
      ("jobWorkers must be 1 or more (was 0)", { $0.jobWorkers = 0 }),
      ("jobBatchSize must be 1 or more (was 0)", { $0.jobBatchSize = 0 }),
      (
        "jobPollInterval must be zero or more (was -1.0 seconds)",
        { $0.jobPollInterval = .seconds(-1) }
      ),
      ("jobBacklogLimit must be 1 or more (was -5)", { $0.jobBacklogLimit = -5 }),
      ("harvestsPerMinute must be 0 or more (was -1)", { $0.harvestsPerMinute = -1 }),
      ("leave it out for a temporary file (was \"\")", { $0.databasePath = "" }),
      ("leave it out for a temporary file (was \":memory:\")", { $0.databasePath = ":memory:" }),
      ("leave it out for a temporary file", { $0.databasePath = "a\0b" }),
    ]
    for (text, change) in changes {
      var configuration = ServiceConfiguration()
      change(&configuration)
      XCTAssertThrowsError(try RecipeService.start(configuration)) {
        XCTAssert("\($0)".contains(text), "\($0)")
      }
    }
  }
}
