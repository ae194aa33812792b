// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing

private func report() async throws -> LoadReport {
  try await LoadTest("GET /health", .users(4, requests: 40)) { _ in try await api.health() }.run()
}

@Suite struct SwiftTestingFixtures {
  @Test func met() async throws {
    expectSLA(try await report(), .p95 <= .seconds(60))
  }

  @Test func missed() async throws {
    expectSLA(try await report(), .p95 <= .nanoseconds(1))
  }

  @Test func missedInADetachedTask() async throws {
    let report = try await report()
    await Task.detached { expectSLA(report, .p95 <= .nanoseconds(1)) }.value
  }

  @Test func missedByTheNameOfXCTest() async throws {
    XCTAssertSLA(try await report(), .p95 <= .nanoseconds(1))
  }

  @Test func nothingMeasured() async throws {
    let report = try await LoadTest("nothing", .users(4, requests: 0)) { _ in }.run()
    expectSLA(report, .p95 <= .seconds(60))
  }

  @Test func metWithAWarning() async throws {
    let report = try await LoadTest("few", .sequential(3)) { _ in try await api.health() }.run()
    expectSLA(report, .p95 <= .seconds(60))
  }

  @Test func knownIssue() async throws {
    let report = try await report()
    withKnownIssue { expectSLA(report, .p95 <= .nanoseconds(1)) }
  }

  @Test(.load(.users(4, requests: 40)), .sla(.p95 <= .nanoseconds(1)))
  func missedByTrait() async throws { try await api.health() }

  @Test(.load(.users(4, requests: 40)), .sla(.p95 <= .seconds(60)))
  func expectationFailsInTheBody() async throws { #expect(try await api.health() == 404) }

  @Test(.load(.users(4, requests: 40)), .sla(.p95 <= .seconds(60), .errorRate <= 0.5))
  func everyBodyThrows() async throws { try await api.refuse() }

  @Test(.load(.users(4, requests: 40)))
  func loadAlone() async throws { try await api.health() }

  @Test(.load(.users(4, requests: 40)))
  func loadAloneThrows() async throws { try await api.refuse() }

  @Test(.sla(.max <= .nanoseconds(1)))
  func missedBySLATraitAlone() async throws { try await api.health() }

  @Test func failuresNotAllowed() async throws {
    let report = try await LoadTest("failing", .sequential(40)) { context in
      if context.iteration == 7 { try await api.refuse() }
    }.run()
    expectSLA(report, .p95 <= .seconds(60))
  }

  @Test func limitThatHoldsForAnything() async throws {
    expectSLA(try await report(), .errorRate <= 1)
  }

  /// The expectation fails when the operation has ended, and is counted nowhere.
  @Test(.load(.sequential(5)), .sla(.p95 <= .seconds(60)))
  func taskThatOutlivesItsOperation() async throws {
    Task {
      try await Task.sleep(for: .milliseconds(20))
      #expect(try await api.health() == 404)
    }
    try await Task.sleep(for: .milliseconds(10))
  }

  @Test(.sla([])) func emptyListInATrait() {}

  /// A quarter of a millisecond of computing each; met, and doubtful on a core that others use.
  @Test func shortOperationsThatCompute() async throws {
    let report = try await LoadTest("compute", .users(1, requests: 2_000)) { _ in
      (0..<25_000).reduce(UInt64(1)) { $0 &* 31 &+ UInt64($1) }
    }.run()
    expectSLA(report, .p95 <= .seconds(60))
  }

  /// 200 arrivals per second of some milliseconds each, which one core cannot serve beside another process.
  @Test func arrivalsThatComputeMoreThanACoreHas() async throws {
    let report = try await LoadTest(
      "compute",
      .arrivals(perSecond: 200, for: .seconds(1), maxInFlight: 20)
    ) { _ in
      (0..<800_000).reduce(UInt64(1)) { $0 &* 31 &+ UInt64($1) }
    }.run()
    expectSLA(report, .p95 <= .seconds(60))
  }

  @Test(.load(.sequential(20)), .sla(.errorRate <= 0), arguments: [200, 404])
  func oneOfTwoCases(expected: Int) async throws { #expect(try await api.health() == expected) }

  @Suite(.load(.sequential(20)), .sla(.p95 <= .nanoseconds(1))) struct OnASuite {
    @Test func missedByTraitOfTheSuite() async throws { try await api.health() }
  }
}
