// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class RecipeRouteTests: ServiceCase {
  func testHealth() throws {
    let service = try startService()
    let response = try request("GET", "/health", of: service)
    XCTAssertEqual(response.status, 200)
    XCTAssertEqual(response.fields["content-type"], "application/json")
    XCTAssertEqual(response.text, #"{"recipes":2000,"status":"ok"}"#)
    let head = try request("HEAD", "/health", of: service)
    XCTAssertEqual(head.status, 200)
    XCTAssertEqual(head.fields["content-length"], "\(response.body.count)")
  }

  func testSearch() throws {
    let service = try startService()
    let response = try request("GET", "/recipes?q=Lentil+s%6fup", of: service)
    XCTAssertEqual(response.status, 200)
    let result = try response.json(SearchResult.self)
    XCTAssertEqual(result.query, "Lentil soup")
    XCTAssertGreaterThan(result.count, 0)
    XCTAssertLessThanOrEqual(result.recipes.count, 20)
    XCTAssert(result.recipes.allSatisfy { $0.title.hasSuffix("Lentil Soup") })
    XCTAssertEqual(result.recipes.map(\.rating), result.recipes.map(\.rating).sorted(by: >))
    let none = try request("GET", "/recipes?q=plutonium", of: service)
    XCTAssertEqual(none.text, #"{"count":0,"query":"plutonium","recipes":[]}"#)
  }

  func testSearchFaults() throws {
    let service = try startService()
    let long = String(repeating: "a", count: 101)
    let marks = String(repeating: "%CC%81", count: 50)
    for query in ["", "?q=", "?q=\(long)", "?q=a\(marks)", "?Q=soup"] {
      let target = "/recipes\(query)"
      try expectFault(400, "GET", target, of: service, reason: "q must have 1 to 100 bytes")
    }
    try expectFault(400, "GET", "/recipes?q=%f", of: service, reason: "two hexadecimal digits")
  }

  func testSummary() throws {
    let service = try startService()
    _ = try request("POST", "/sessions", of: service)
    let body = #"{"constraint":"vegan"}"#
    _ = try request("POST", "/sessions/1/constraints", body: body, of: service)
    let summary = try request("GET", "/summary", of: service).json(Summary.self)
    XCTAssertEqual(summary.recipes, 2000)
    XCTAssertEqual(summary.sessions, 1)
    XCTAssertEqual(summary.versions, 0)
    XCTAssertEqual(summary.cuisines.count, 9)
    XCTAssertEqual(summary.constraints, [.init(constraint: "vegan", sessions: 1)])
  }

  func testHarvestIsLimitedAfterTheBurst() throws {
    var configuration = ServiceConfiguration()
    configuration.harvestsPerMinute = 1
    let service = try startService(configuration)
    let marked = "a" + String(repeating: "\u{301}", count: 100)
    for source in ["", marked, #"a\u0000"#] {
      try expectFault(
        400,
        "POST",
        "/recipes/harvest",
        body: #"{"source":"\#(source)"}"#,
        of: service,
        reason: "source must have 1 to 200 bytes"
      )
    }
    for number in 1...10 {
      let body = number == 1 ? "" : #"{"source":"example.com"}"#
      let response = try request("POST", "/recipes/harvest", body: body, of: service)
      XCTAssertEqual(response.status, 202, response.text)
      let harvest = try response.json(Harvest.self)
      XCTAssertEqual(harvest.id, number)
      XCTAssertEqual(harvest.source, number == 1 ? "example.org" : "example.com")
    }
    let refused = try request("POST", "/recipes/harvest", of: service)
    XCTAssertEqual(refused.status, 429)
    let seconds = try XCTUnwrap(Int(refused.fields["retry-after"] ?? ""))
    XCTAssert((1...60).contains(seconds), "\(seconds)")
    XCTAssertEqual(try refused.json(RawResponse.Fault.self).error, "too_many_requests")
  }

  func testUnknownPathsAndWrongMethods() throws {
    let service = try startService()
    for target in ["/", "/Health", "/health/", "/sessions/1", "/jobs", "/sessions/1/versions/2"] {
      try expectFault(404, "GET", target, of: service, reason: "nothing at this path")
    }
    let table: [(method: String, target: String, allow: String)] = [
      ("POST", "/health", "GET, HEAD"),
      ("DELETE", "/recipes?q=a", "GET, HEAD"),
      ("GET", "/recipes/harvest", "POST"),
      ("GET", "/jobs/process", "POST"),
      ("POST", "/jobs/health", "GET, HEAD"),
      ("PUT", "/jobs/1", "GET, HEAD"),
      ("GET", "/sessions/x/generate", "POST"),
      ("HEAD", "/sessions", "POST"),
    ]
    for (method, target, allow) in table {
      let response = try request(method, target, of: service)
      XCTAssertEqual(response.status, 405, "\(method) \(target)")
      XCTAssertEqual(response.fields["allow"], allow, "\(method) \(target)")
    }
  }
}
