// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct PhaseResultTests {
  private struct Refused: Error {}

  @Test func eachPhaseHasAReportOfItsOwn() async throws {
    let calls = Shared(0)
    let report = try await LoadTest(
      "GET /health",
      .phases([
        .phase("burst", .burst(20)), .pause(.milliseconds(50)),
        .phase("recovery", .sequential(5)),
      ])
    ) { _ in
      calls.change { $0 += 1 }
      if calls.value <= 3 { throw Refused() }
    }.run()
    let burst = try #require(report.phase("burst"))
    let recovery = try #require(report.phase("recovery"))
    #expect(report.phases.count == 2 && report.phase("pause") == nil)
    #expect(burst.count == 20 && burst.total.failureCount == 3 && burst.load == "burst of 20")
    #expect(recovery.count == 5 && recovery.total.failureCount == 0)
    #expect(report.count == 25 && report.total.failureCount == 3)
    #expect(report.generator?.plannedCount == 25)
    // The pause is in the course of the run, and not in the time that rates are by.
    #expect(report.elapsed == [burst, recovery].compactMap(\.elapsed).reduce(.zero, +))
    #expect(report.timeline?.intervals.map(\.count).reduce(0, +) == 25)
  }

  /// Of 105 operations 5 have a planned start: theirs would be no service time of the 105.
  @Test func phasesOfUsersAndArrivalsTogetherHaveNoServiceTime() async throws {
    let users = LoadPhase.phase("users", .users(2, requests: 100))
    let burst = LoadPhase.phase("burst", .burst(5))
    let mixed = try await LoadTest("x", .phases([users, burst])) { _ in }.run()
    #expect(mixed.latency?.count == 105 && mixed.serviceTime == nil)
    #expect(mixed.generator?.lateness == nil && mixed.operation("x")?.serviceTime == nil)
    #expect(mixed.phase("burst")?.serviceTime?.count == 5)
    #expect(mixed.phase("burst")?.generator?.lateness?.count == 5)
    #expect(mixed.phase("users")?.serviceTime == nil)

    let arrivals = LoadPhase.phase("second burst", .burst(7))
    let open = try await LoadTest("x", .phases([burst, arrivals])) { _ in }.run()
    #expect(open.latency?.count == 12 && open.serviceTime?.count == 12)
    #expect(open.generator?.lateness?.count == 12)
  }

  @Test func warningsSayOfWhichPhaseTheyAre() async throws {
    let report = try await LoadTest(
      "work",
      .phases([.phase("few", .users(5, requests: 2)), .phase("fine", .sequential(5))])
    ) { _ in }.run()
    let warning = Warning.fewerRequestsThanUsers(requests: 2, users: 5)
    #expect(try #require(report.phase("few")).warnings.contains(warning))
    #expect(report.warnings.contains(warning.inPhase("few")))
    #expect("\(warning.inPhase("few"))".hasPrefix("in phase \"few\": 2 requests cannot keep"))
  }

  @Test func noPhasesGiveAReportOfNothing() async throws {
    let report = try await LoadTest("work", .phases([])) { _ in Issue.record("ran") }.run()
    #expect(report.count == 0 && report.phases.isEmpty)
  }

  @Test func aStopEndsTheRemainingPhases() async throws {
    let report = try await LoadTest(
      "work",
      .phases([
        .phase("first", .users(2, requests: 1_000)), .phase("second", .sequential(5)),
      ])
    ) { _ in throw Refused() }.stopEarly { $0.errorRate == 1 }.run()
    #expect(report.phases.map(\.name) == ["first"])
  }
}
