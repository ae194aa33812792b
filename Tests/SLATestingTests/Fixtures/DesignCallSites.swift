// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing
import XCTest

@Test func healthAnswersInTime() async throws {
  let report = try await LoadTest("GET /health", .users(16, requests: 240)) { _ in
    try await api.health()
  }.run()
  expectSLA(report, .p95 <= .milliseconds(300), .errorRate <= 0.01, .throughput >= .perSecond(60))
}

// the same as a trait: the body of any test is the operation
@Test(.load(.users(16, requests: 240)), .sla(.p95 <= .milliseconds(300), .errorRate <= 0.01))
func processJob() async throws { try await api.process(sample) }

final class DesignCallSites: XCTestCase {
  let api = Service()

  // XCTest: the same calls, or the names XCTest users look for
  func testHealth() async throws {
    let report = try await LoadTest("GET /health", .sequential(50)) { _ in
      try await self.api.health()
    }.run()
    XCTAssertSLA(report, .p95 <= .milliseconds(200))
  }
}

// a recorder, in code of your own
@Test func writes() async throws {
  let writes = LatencyRecorder("db write")
  for _ in 0..<100 {
    try await writes.time { try await db.write(row) }
  }
  expectSLA(writes, .p95 <= .milliseconds(50), .p99 <= .milliseconds(200))
}
