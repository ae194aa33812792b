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

struct Credentials: Sendable {
  let client = Service()
}

// a mix, as Locust users write it
let pilot = Scenario("pilot") { _ in
  Credentials()
} flows: {
  Flow("recipes_search", weight: 3) { user in try await user.client.process("soup") }
  Flow("studio", weight: 2) { user in
    let id = try await user.step("studio_create_session") { 41 }
    try await user.step("studio_generate") { try await user.client.process("\(id)") }
  }
}

@Test func pilotMix() async throws {
  let run = try await LoadTest(pilot, .users(4, spawnRate: 80, for: .milliseconds(300))).run()
  expectSLA(
    run,
    [
      (.errorRate < 0.02).excluding("recipes_search"),
      (.failureRate(.throttled) < 0.10).on("recipes_search"),
      (.p95 < .milliseconds(1200)).on("recipes_search"),
    ]
  )
  #expect(Set(run.operations.map(\.name)).isSuperset(of: ["recipes_search", "studio_generate"]))
}

// open model, phases, probes, settling
@Test func openModel() async throws {
  let report = try await LoadTest(
    "GET /health",
    .phases([
      .phase("burst", .burst(50)), .pause(.milliseconds(10)),
      .phase("steady", .arrivals(perSecond: 200, for: .milliseconds(200), maxInFlight: 500)),
    ])
  ) { _ in
    try await api.health()
  }
  .probe("pending", every: .milliseconds(10)) { 0 }
  .probe(.threads)
  .warmUp(requests: 10)
  .timeout(.seconds(30))
  .settle(within: .seconds(5)) { true }
  .run()
  expectSLA(report, .peak("pending") <= 1, .drained("pending", within: .seconds(5)))
  expectSLA(report, .recovered("steady", within: .percent(100_000), of: "burst"))
  #expect(report.phase("steady")?.count == 40 && report.probe("pending")?.drained(to: 0) != nil)
}

// blocking work
@Test(.load(.users(8, requests: 16), execution: .blocking), .sla(.errorRate <= 0))
func blockingBody() { _ = (0..<1_000).reduce(0, +) }

@MainActor @Test func blockingFromTheMainActor() async throws {
  let report = try await LoadTest("sum", .users(8, requests: 16), execution: .blocking) { _ in
    (0..<1_000).reduce(0, +)
  }.run()
  expectSLA(report, .errorRate <= 0)
}

// verdicts
@Test(.exclusive, .load(.users(4, requests: 120)), .sla(.p95 <= .seconds(60), confidence: 0.95))
func confidently() async throws { try await api.health() }

@Test func promises() async throws {
  let core = SLA("core", .p95 <= .seconds(60), .errorRate <= .percent(1), .count >= 40)
  let report = try await LoadTest("GET /health", .users(4, requests: 40)) { _ in
    try await api.health()
  }.run(untilDecided: core, confidence: 0.95, atMost: 10_000)
  expectSLA(report, core + [.between(.throughput, .perSecond(0.001), .perSecond(1e9))])
  try requireSLA(report, (.p95 <= .seconds(60)).on("GET /health").inEvery(.seconds(10)))
  let operation = try #require(report.operation("GET /health"))
  expectSLA(operation, .shareWithin(.seconds(60)) >= 0.95, .degradation() <= 1_000)
  #expect(core.verdict(on: report).isMet)
  #expect(
    try Requirement(parsing: "p95 of \"GET /health\" < 1 min").verdict(on: report).status == .met
  )
}

// commands
@Test func commands() async throws {
  let help = try await CommandTest("sh", ["-c", ":"], runs: 30, cold: 3).run()
  expectSLA(
    help,
    .p95 <= .seconds(60),
    .cpu <= .seconds(1),
    .peakMemory <= .megabytes(100_000),
    .outputSize <= .bytes(0)
  )
  let comparison = try await CommandTest("true", runs: 3)
    .compare(with: CommandTest("sh", ["-c", ":"]))
  #expect(comparison.isAtMost(1_000), "\(comparison)")
}

// concurrency without a report
@Test func helpers() async throws {
  let answers = await concurrently(5) { number in try await api.process("\(number)") }
  #expect(answers.allSatisfy { $0.error == nil })
  let limit = ConcurrencyLimit(2)
  try await limit.run { try await api.health() }
  try await withTimeout(.seconds(30)) { try await api.health() }
  try await StartGate(for: 1).arrive()
}
