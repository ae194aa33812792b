// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import XCTest

/// The API checks in XCTest: the same calls, by the names that XCTest users look for.
final class APIXCTestChecks: XCTestCase {
  func testSingleRequests() async throws {
    let target = try await APIUnderTest.target()
    for path in ["/health", "/executions", "/estimate", "/cost"] {
      let report = try await LoadTest(http: target, get: path, .sequential(1)).run()
      print(report.table(Promises.single))
      XCTAssertSLA(report, Promises.single)
    }
  }

  func testFiftyRequestsOneAfterAnother() async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: "/health", .sequential(50)).run()
    print(report.table(Promises.sequential))
    XCTAssertSLA(report, Promises.sequential)
  }

  func testFiftyRequestsAtOnce() async throws {
    let target = try await APIUnderTest.target()
    let report = try await LoadTest(http: target, get: "/recipes?q=soup", .users(50, requests: 50))
      .run()
    print(report.table(Promises.concurrent))
    XCTAssertSLA(report, Promises.concurrent)
  }

  func testJobsAreAcceptedInTime() async throws {
    let session = try await APIUnderTest.session()
    let accepted = LatencyRecorder("POST /jobs/process")
    for _ in 0..<20 {
      // A request that fails is recorded, and judged with the rest.
      _ = try? await accepted.time {
        try await session.post(
          "/jobs/process",
          json: ["text": "soup of the day"],
          accepting: 202
        )
      }
    }
    print(accepted.loadReport.table(Promises.sequential))
    XCTAssertSLA(accepted, Promises.sequential)
  }
}
