// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import XCTest

final class XCTestFixtures: XCTestCase {
  private func report() async throws -> LoadReport {
    try await LoadTest("GET /health", .users(4, requests: 40)) { _ in try await api.health() }.run()
  }

  func testMet() async throws {
    XCTAssertSLA(try await report(), .p95 <= .seconds(60))
  }

  func testMissed() async throws {
    XCTAssertSLA(try await report(), .p95 <= .nanoseconds(1))
  }

  func testMissedByTheNameOfSwiftTesting() async throws {
    expectSLA(try await report(), .p95 <= .nanoseconds(1))
  }

  func testMissedInADetachedTask() async throws {
    let report = try await report()
    await Task.detached { expectSLA(report, .p95 <= .nanoseconds(1)) }.value
  }

  func testNothingMeasured() {
    XCTAssertSLA(LatencyRecorder("nothing"), .p95 <= .seconds(60))
  }

  func testMetWithAWarning() {
    let recorder = LatencyRecorder("few")
    recorder.record(.milliseconds(1))
    XCTAssertSLA(recorder, .p95 <= .seconds(60))
  }
}

/// A recorder for the whole class, judged where XCTest runs no test case and hears no failure.
final class XCTestClassFixtures: XCTestCase {
  private static let recorder = LatencyRecorder("class-wide")

  func testRecords() async throws {
    for _ in 0..<20 {
      try await Self.recorder.time { try await api.health() }
    }
  }

  override class func tearDown() {
    expectSLA(recorder, .p95 <= .nanoseconds(1))
  }
}
