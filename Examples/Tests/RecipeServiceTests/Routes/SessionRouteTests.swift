// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class SessionRouteTests: ServiceCase {
  func testFromSessionToVersions() throws {
    let service = try startService()
    let created = try request("POST", "/sessions", body: #"{"name":"Lunch"}"#, of: service)
    XCTAssertEqual(created.status, 201)
    XCTAssertEqual(created.text, #"{"id":1,"name":"Lunch"}"#)
    let constrained = try request(
      "POST",
      "/sessions/1/constraints",
      body: #"{"constraint":"vegetarian"}"#,
      of: service
    )
    XCTAssertEqual(constrained.status, 201)
    XCTAssertEqual(try constrained.json(Constraint.self).text, "vegetarian")
    let generated = try request("POST", "/sessions/1/generate", of: service)
    XCTAssertEqual(generated.status, 201)
    let version = try generated.json(Version.self)
    XCTAssertEqual(version.number, 1)
    XCTAssertEqual(version.recipes.count, 5)
    for meat in ["chicken", "beef", "salmon", "bacon"] {
      XCTAssertFalse(version.recipes.contains { $0.ingredients.contains(meat) })
    }
    let listed = try request("GET", "/sessions/1/versions", of: service)
    XCTAssertEqual(try listed.json(Application.VersionsAnswer.self).versions, [version])
  }

  func testNamesAreOptional() throws {
    let service = try startService()
    for body in ["", "{}", #"{"name":null}"#, #"{"other":[[[]]]}"#] {
      let response = try request("POST", "/sessions", body: body, of: service)
      XCTAssertEqual(response.status, 201, body)
    }
  }

  func testBodyFaults() throws {
    let service = try startService()
    _ = try request("POST", "/sessions", of: service)
    let long = String(repeating: "a", count: 101)
    // One character, but 201 bytes.
    let marked = "a" + String(repeating: "\u{301}", count: 100)
    let deep = String(repeating: "[", count: 100_000)
    let table: [(target: String, body: String, reason: String)] = [
      ("/sessions", "{", "not valid JSON"),
      ("/sessions", deep, "not valid JSON"),
      ("/sessions", "\u{0}\u{1}", "not valid JSON"),
      ("/sessions", "[]", "not a JSON object"),
      ("/sessions", #"{"name":7}"#, "\"name\" has the wrong type"),
      ("/sessions", #"{"name":"\#(long)"}"#, "at most 100 bytes"),
      ("/sessions/1/constraints", "", "not valid JSON"),
      ("/sessions/1/constraints", "{}", "\"constraint\" is missing"),
      ("/sessions/1/constraints", #"{"constraint":null}"#, "\"constraint\" has the wrong type"),
      ("/sessions", #"{"name":"\#(marked)"}"#, "at most 100 bytes"),
      ("/sessions", #"{"name":"a\u0000b"}"#, "and no NUL"),
      ("/sessions/1/constraints", #"{"constraint":""}"#, "1 to 100 bytes"),
      ("/sessions/1/constraints", #"{"constraint":" \n\t\u00a0 "}"#, "1 to 100 bytes"),
      ("/sessions/1/constraints", #"{"constraint":"\#(long)"}"#, "1 to 100 bytes"),
      ("/sessions/1/constraints", #"{"constraint":"\#(marked)"}"#, "1 to 100 bytes"),
      ("/sessions/1/constraints", #"{"constraint":"no \u0000"}"#, "and no NUL"),
    ]
    for (target, body, reason) in table {
      try expectFault(400, "POST", target, body: body, of: service, reason: reason)
    }
  }

  func testConstraintsAreTrimmedAndAlwaysGenerate() throws {
    let service = try startService()
    _ = try request("POST", "/sessions", of: service)
    let marked = "a" + String(repeating: "\u{301}", count: 49)
    let table: [(given: String, stored: String)] = [
      (#"  vegan\n"#, "vegan"),
      (String(repeating: " ", count: 200) + "quick", "quick"),
      (String(repeating: "%", count: 100), String(repeating: "%", count: 100)),
      (marked, marked),
    ]
    for (given, stored) in table {
      let body = #"{"constraint":"\#(given)"}"#
      let response = try request("POST", "/sessions/1/constraints", body: body, of: service)
      XCTAssertEqual(response.status, 201, given)
      XCTAssertEqual(try response.json(Constraint.self).text, stored)
      XCTAssertEqual(try request("POST", "/sessions/1/generate", of: service).status, 201, given)
    }
  }

  func testUnknownSessions() throws {
    let service = try startService()
    let body = #"{"constraint":"vegan"}"#
    for id in ["1", "999999999999999999"] {
      let reason = "no session \(id)"
      let path = "/sessions/\(id)"
      try expectFault(404, "POST", "\(path)/constraints", body: body, of: service, reason: reason)
      try expectFault(404, "POST", "\(path)/generate", of: service, reason: reason)
      try expectFault(404, "GET", "\(path)/versions", of: service, reason: reason)
    }
    for id in ["x", "-1", "1.0", "9999999999999999999", "%20"] {
      let target = "/sessions/\(id)/versions"
      try expectFault(400, "GET", target, of: service, reason: "must be a whole number")
    }
  }
}
