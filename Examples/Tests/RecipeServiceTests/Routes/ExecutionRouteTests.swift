// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

@testable import RecipeService

final class ExecutionRouteTests: ServiceCase {
  func testExecutions() throws {
    let service = try startService()
    for (target, count) in [("/executions", 20), ("/executions?limit=1", 1)] {
      let response = try request("GET", target, of: service)
      let answer = try response.json(Application.ExecutionsAnswer.self)
      XCTAssertEqual(answer.executions.count, count)
      XCTAssertEqual(answer.executions.first?.id, Database.seededExecutions)
    }
  }

  func testEstimate() throws {
    let service = try startService()
    let response = try request("GET", "/estimate?files=3&runtime=20", of: service)
    XCTAssertEqual(response.status, 200)
    let estimate = try response.json(Estimate.self)
    XCTAssertEqual(estimate.files, 3)
    XCTAssertEqual(estimate.runtimeSeconds, 20)
    // Seeded at 25 to 35 microdollars a second.
    XCTAssert((500...700).contains(estimate.costMicrodollars), "\(estimate)")
  }

  func testCost() throws {
    let service = try startService()
    let answer = try request("GET", "/cost?days=2", of: service).json(Application.CostAnswer.self)
    XCTAssertEqual(answer.days.map(\.day), ["2026-03-31", "2026-03-30"])
    XCTAssertEqual(answer.costMicrodollars, answer.days.reduce(0) { $0 + $1.costMicrodollars })
    let month = try request("GET", "/cost", of: service).json(Application.CostAnswer.self)
    XCTAssertEqual(month.days.count, 30)
  }

  func testFaults() throws {
    let service = try startService()
    let table: [(target: String, reason: String)] = [
      ("/executions?limit=0", "limit must be a whole number from 1 to 100 (was \"0\")"),
      ("/executions?limit=101", "limit must be a whole number from 1 to 100"),
      ("/executions?limit=", "limit must be a whole number from 1 to 100"),
      ("/estimate?files=-1", "files must be a whole number from 1 to 10000 (was \"-1\")"),
      ("/estimate?runtime=1.5", "runtime must be a whole number from 1 to 86400"),
      ("/cost?days=366", "days must be a whole number from 1 to 365"),
      ("/cost?days=abc", "days must be a whole number from 1 to 365 (was \"abc\")"),
    ]
    for (target, reason) in table {
      try expectFault(400, "GET", target, of: service, reason: reason)
    }
  }
}
