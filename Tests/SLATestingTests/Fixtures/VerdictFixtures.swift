// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing
import XCTest

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// So many writes of 1 ms, whose verdicts are known beforehand.
private func writes(_ count: Int) -> LatencyRecorder {
  let recorder = LatencyRecorder("db write")
  for _ in 0..<count { recorder.record(.milliseconds(1)) }
  return recorder
}

/// Ten users that hold Swift's own threads, of which there are fewer.
private func crowded() async throws -> LoadReport {
  try await LoadTest("crowded", .users(40, requests: 400)) { _ in usleep(2_000) }.run()
}

private let limit = Metric.p95 <= .milliseconds(5)

@Suite struct VerdictFixtures {
  @Test func met() { expectSLA(writes(59), limit, confidence: 0.95) }

  @Test func undecided() { expectSLA(writes(58), limit, confidence: 0.95) }

  @Test func missed() { expectSLA(writes(59), .p95 <= .microseconds(5), confidence: 0.95) }

  @Test func notThere() { expectSLA(writes(100), limit.on("db read")) }

  @Test func withinTheDeadband() {
    expectSLA(writes(100), (.p95 <= .microseconds(960)).deadband(0.05))
  }

  @Test func invalid() async throws {
    expectSLA(try await crowded(), .p50 <= .seconds(60), requireValidLoad: true)
  }

  @Test func doubtful() async throws {
    expectSLA(try await crowded(), .p50 <= .seconds(60))
  }

  @Test func required() throws {
    try requireSLA(writes(100), .p95 <= .microseconds(5))
    print("reached what comes after")
  }

  @Test func requiredAndMet() throws {
    try requireSLA(writes(100), SLA("writes", limit))
    print("reached what comes after")
  }

  @Test func known() {
    withKnownIssue { expectSLA(writes(58), limit, confidence: 0.95) }
    withKnownIssue { expectSLA(writes(100), limit.on("db read")) }
    withKnownIssue { try requireSLA(writes(100), .p95 <= .microseconds(5)) }
  }

  @Test(arguments: [58, 59]) func oneUndecidedCase(count: Int) {
    expectSLA(writes(count), limit, confidence: 0.95)
  }

  @Test func verdictAlone() {
    let verdict = SLA("writes", .p95 <= .microseconds(5)).verdict(on: writes(100))
    print("verdict: \(verdict.status)")
  }

  @Test(.load(.sequential(40)), .sla(.p95 <= .seconds(60), confidence: 0.95))
  func undecidedByTrait() async throws { try await api.health() }

  @Test func untilDecided() async throws {
    let sla: SLA = [.p95 <= .seconds(60), .errorRate <= 0.05]
    let report = try await LoadTest("GET /health", .users(4, requests: 40)) { _ in
      try await api.health()
    }.run(untilDecided: sla, atMost: 5_000)
    expectSLA(report, sla)
    print("decided by \(report.count < 200 ? "few" : "many")")
  }
}

final class XCTestVerdictFixtures: XCTestCase {
  func testMet() { XCTAssertP95(writes(59), within: .milliseconds(5), confidence: 0.95) }

  func testUndecided() { XCTAssertP95(writes(58), within: .milliseconds(5), confidence: 0.95) }

  func testMissed() { XCTAssertP95(writes(59), within: .microseconds(5)) }

  func testNotThere() { XCTAssertSLA(writes(100), SLA("writes", limit.on("db read"))) }

  func testInvalid() async throws {
    XCTAssertSLA(try await crowded(), .p50 <= .seconds(60), requireValidLoad: true)
  }

  func testWithinTheDeadband() {
    XCTAssertSLA(writes(100), (.p95 <= .microseconds(960)).deadband(0.05))
  }

  func testRequired() throws {
    try requireSLA(writes(100), .p95 <= .microseconds(5))
    print("reached what comes after")
  }
}
