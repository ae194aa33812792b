// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import Testing

/// The API checks in Swift Testing; one after another, so that they do not load each other.
@Suite(.serialized, .alone) struct APIChecks {
  @Test(arguments: [
    "/health", "/executions", "/estimate", "/cost", "/recipes?q=soup", "/summary",
  ])
  func singleRequest(path: String) async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: path, .sequential(1)).run()
    print(report.table(Promises.single))
    expectSLA(report, Promises.single)
  }

  @Test(arguments: ["/health", "/recipes?q=soup"])
  func fiftyRequestsOneAfterAnother(path: String) async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: path, .sequential(50)).run()
    print(report.table(Promises.sequential))
    expectSLA(report, Promises.sequential)
  }

  @Test(arguments: ["/health", "/executions", "/cost"])
  func fiftyRequestsAtOnce(path: String) async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: path, .users(50, requests: 50)).run()
    print(report.table(Promises.concurrent))
    expectSLA(report, Promises.concurrent)
  }

  @Test func hundredRequestsSustained() async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: "/health", .sequential(100)).run()
    print(report.table(Promises.sustained))
    expectSLA(report, Promises.sustained)
  }

  @Test func fortySessionsOfFourUsers() async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest("POST /sessions", http: target, .users(4, requests: 40)) {
      try $0.post("/sessions", json: "{}", accepting: 201)
    }.run()
    print(report.table(Promises.concurrent))
    expectSLA(report, Promises.concurrent)
  }

  /// The same as a trait, which prints nothing when all is well: the body is the operation.
  @Test(.load(.users(4, requests: 40)), .sla(Promises.concurrent))
  func estimateAsATrait() async throws {
    try await APIUnderTest.session().get("/estimate")
  }
}
