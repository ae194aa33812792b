// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadTestModeTests {
  private let calls = Shared<[String]>([])

  private func call(_ name: String) { calls.change { $0.append(name) } }

  private func run(
    _ test: LoadTest,
    mode: String? = nil,
    scale: String? = nil
  ) async throws -> LoadReport {
    let environment = ["SLA_MODE": mode, "SLA_SCALE": scale].compactMapValues(\.self)
    return try await RunMode.$environment.withValue(environment) { try await test.run() }
  }

  @Test(arguments: [
    LoadProfile.users(16, requests: 240), .users(4, for: .seconds(60)), .burst(50),
    .users(2, requests: 9).thinking(for: .seconds(60)), .sequential(50),
    .arrivals(perSecond: 100, for: .seconds(60)),
  ])
  func smokeRunsAnOperationOnceWithoutWarmUpAndWaits(profile: LoadProfile) async throws {
    let test = LoadTest("call", profile) { _ in call("operation") }
      .warmUp(requests: 10)
      .settle(within: .seconds(60)) { false }
      .stopEarly { _ in true }
    let report = try await run(test, mode: "smoke", scale: "100")
    #expect(calls.value == ["operation"])
    #expect(report.count == 1 && report.total.failureCount == 0 && report.settling == nil)
    #expect(report.load == "\(profile.smoke())")
    #expect(report.warnings == [.smokeRun])
  }

  @Test func smokeRunsSequentialOperationsAndThoseOfBlockingUsersOnce() async throws {
    var count = 0
    let sequential = LoadTest("call", .sequential(50)) { _ in count += 1 }
    #expect(try await run(sequential, mode: "smoke").load == "1 user, 1 request")
    #expect(count == 1)
    let blocking = LoadTest("call", .users(8, requests: 40), execution: .blocking) { _ in
      call("operation")
    }
    #expect(try await run(blocking, mode: "smoke").load == "1 user, 1 request, a thread each")
    #expect(calls.value == ["operation"])
  }

  @Test(arguments: [LoadProfile.users(40, spawnRate: 1, for: .seconds(60)), .burst(50)])
  func smokeRunsEachFlowOnceInOrder(profile: LoadProfile) async throws {
    let scenario = Scenario("mix") { _ in
      call("set up")
    } tearDown: { _ in
      call("tear down")
    } flows: {
      Flow("often", weight: 1_000) { _ in call("often") }
      Flow("steps") { user in
        try await user.step("first") { call("first") }
        try await user.step("second") { call("second") }
      }
      Flow("seldom") { _ in call("seldom") }
    }
    let report = try await run(LoadTest(scenario, profile), mode: "smoke")
    #expect(calls.value == ["set up", "often", "first", "second", "seldom", "tear down"])
    #expect(report.load == "1 user, 3 requests")
    #expect(report.operations.map(\.count) == [1, 1, 1, 1])
  }

  @Test func smokeRunsEachPhaseAndFailuresAreSeen() async throws {
    struct Refused: Error {}
    let phases = LoadProfile.phases([
      .phase("burst", .burst(50)), .pause(.seconds(600)), .phase("after", .sequential(5)),
    ])
    let test = LoadTest("call", phases) { _ in throw Refused() }
    let report = try await run(test, mode: "smoke")
    #expect(report.count == 2 && report.errorRate == 1)
    #expect(report.phases.map(\.count) == [1, 1])
    #expect(report.phases.map(\.warnings) == [[.smokeRun], [.smokeRun]])
  }

  @Test func offRunsNothing() async throws {
    let phases = LoadProfile.phases([
      .phase("burst", .burst(50)), .pause(.seconds(600)), .phase("after", .sequential(5)),
    ])
    let scenario = Scenario("mix") { _ in
      call("set up")
    } flows: {
      Flow("flow") { _ in call("flow") }
    }
    let test = LoadTest(scenario, phases)
      .warmUp(requests: 10)
      .probe("gauge") {
        call("gauge")
        return 1
      }
      .settle(within: .seconds(60)) {
        call("settle")
        return false
      }
    let report = try await run(test, mode: "off")
    #expect(calls.value == [])
    #expect(report.count == 0 && report.latency == nil && report.errorRate == nil)
    #expect(report.load == "burst (0 users, 0 requests); after (0 users, 0 requests)")
    #expect(report.phase("after")?.count == 0)
    #expect(report.warnings == [.nothingRun] && report.phase("after")?.warnings == [.nothingRun])
  }

  @Test func offRunsNoSequentialOperationEither() async throws {
    var count = 0
    let report = try await run(LoadTest("call", .sequential(50)) { _ in count += 1 }, mode: "off")
    #expect(count == 0 && report.load == "0 users, 0 requests" && report.warnings == [.nothingRun])
  }

  @Test func scaleShortensLoadAndWarmUp() async throws {
    let test = LoadTest("call", .users(4, requests: 400)) { _ in call("operation") }
      .warmUp(requests: 20)
    let report = try await run(test, scale: "0.1")
    // All four users warm up, though a tenth of 20 is 2.
    #expect(report.count == 40 && calls.value.count == 44)
    #expect(report.load == "4 users, 40 requests, after 4 to warm up")
    #expect(report.warnings.contains(.scaledLoad(by: 0.1, of: "4 users, 400 requests")))
  }

  @Test func whatIsNotChangedIsNotSaid() async throws {
    let test = LoadTest("call", .sequential(1)) { _ in }
    for (mode, scale) in [("full", "0.1"), ("full", "1")] {
      let warnings = try await run(test, mode: mode, scale: scale).warnings
      // The machine, or a sanitizer, may be slow.
      #expect(warnings.filter { !$0.concernsTimesAlone } == [])
    }
  }

  @Test func valuesThatAreNoneAreThrownBeforeAnythingRuns() async throws {
    let test = LoadTest("call", .sequential(1)) { _ in call("operation") }
    await #expect(throws: RunModeError.self) { try await run(test, mode: "fast") }
    await #expect(throws: RunModeError.self) { try await run(test, scale: "nan") }
    #expect(calls.value == [])
  }
}
