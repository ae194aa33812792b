// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import XCTest

@testable import RecipeService

final class JobRouteTests: ServiceCase {
  func testJobsDrain() throws {
    let service = try startService()
    let text = String(repeating: "stir the soup and the stew ", count: 20)
    for id in 1...40 {
      let body = id == 1 ? #"{"payload":"\#(text)"}"# : #"{"text":"\#(text)"}"#
      let response = try request("POST", "/jobs/process", body: body, of: service)
      XCTAssertEqual(response.status, 202)
      XCTAssertEqual(response.text, #"{"id":\#(id),"state":"queued"}"#)
    }
    let health = try waitForDrain(of: service)
    XCTAssertEqual(health.processed, 40)
    XCTAssertEqual(health.failed, 0)
    XCTAssertEqual(health.workers, 2)
    XCTAssertEqual(health.backlogLimit, 1000)
    let job = try request("GET", "/jobs/40", of: service)
    XCTAssertEqual(
      job.text,
      #"{"id":40,"result":{"commonest":"the","distinctWords":5,"words":120},"state":"finished"}"#
    )
  }

  func testFullBacklogIsRefused() throws {
    var configuration = ServiceConfiguration()
    configuration.jobWorkers = 1
    configuration.jobBacklogLimit = 1
    let service = try startService(configuration)
    // Ten thousand words keep the worker busy for longer than a request takes; should it be
    // quicker than that for once, the next request finds it busy.
    let body = #"{"text":"\#(String(repeating: "salt ", count: 10_000))"}"#
    var statuses: [Int] = []
    for _ in 0..<20 where statuses.last != 503 {
      let response = try request("POST", "/jobs/process", body: body, of: service)
      statuses.append(response.status)
      if response.status == 503 {
        XCTAssertEqual(try response.json(RawResponse.Fault.self).error, "backlog_full")
        XCTAssertEqual(response.fields["retry-after"], "1")
      }
    }
    XCTAssertEqual(statuses.first, 202)
    XCTAssertEqual(statuses.last, 503)
    XCTAssertEqual(try waitForDrain(of: service).backlog, 0)
  }

  func testFaults() throws {
    let service = try startService()
    let long = String(repeating: "a", count: 65_537)
    let table: [(body: String, reason: String)] = [
      ("", "not valid JSON"),
      ("text", "not valid JSON"),
      ("[]", "not a JSON object"),
      ("{}", "\"text\" is missing"),
      (#"{"text":1}"#, "\"text\" has the wrong type"),
      (#"{"text":""}"#, "1 to 65536 bytes"),
      (#"{"text":"\#(long)"}"#, "1 to 65536 bytes"),
    ]
    for (body, reason) in table {
      try expectFault(400, "POST", "/jobs/process", body: body, of: service, reason: reason)
    }
    try expectFault(404, "GET", "/jobs/1", of: service, reason: "no job 1")
    try expectFault(400, "GET", "/jobs/one", of: service, reason: "must be a whole number")
  }

  /// Polls the queue's health until nothing is left, for at most 20 s.
  private func waitForDrain(of service: RecipeService) throws -> JobQueue.Health {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      let health = try request("GET", "/jobs/health", of: service).json(JobQueue.Health.self)
      if health.backlog == 0 || ContinuousClock.now > deadline { return health }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }
}
