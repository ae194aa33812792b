// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import Testing

@Suite struct LoadTestUntilDecidedTests {
  private let sla: SLA = [.p95 <= .milliseconds(5)]

  /// A clock of hand: each call takes 1 ms, but so many of a hundred 9 ms, all over them.
  private func run(
    slow: Int,
    atMost limit: Int,
    _ sla: SLA? = nil
  ) async throws -> LoadReport {
    let clock = ManualClock()
    let sla = sla ?? self.sla
    let rule = DecisionRule(sla, confidence: 0.95, limit: limit)
    let test = LoadTest("work", LoadProfile.sequential(1)) { context in
      clock.advance(by: .milliseconds((context.iteration * 37 + 60) % 100 < slow ? 9 : 1))
    }
    var report = try await test.running(forAtMost: limit) { rule.isOver($0) }.run(
      time: clock.source
    )
    report.sampling = SequentialSampling(confidence: 0.95, limit: limit)
    return report
  }

  @Test func clearServiceIsMetByAboutNinetyOperations() async throws {
    let report = try await run(slow: 0, atMost: 10_000)
    #expect((85...100).contains(report.count))
    #expect(sla.verdict(on: report).isMet)
  }

  @Test func clearMissIsSeenSoon() async throws {
    let report = try await run(slow: 100, atMost: 10_000)
    #expect(report.count <= 11)
    #expect(sla.verdict(on: report).status == .missed)
  }

  @Test func limitEndsWhatCannotBeDecided() async throws {
    let report = try await run(slow: 5, atMost: 1_000)
    #expect(report.count == 1_000)
    #expect(sla.verdict(on: report).status == .undecided)
  }

  /// A flow of steps records none itself, and is not waited for.
  @Test func flowOfStepsEndsWhenEveryStepIsDecided() async throws {
    let sla: SLA = [(Metric.p95 <= .seconds(60)).onEvery()]
    let scenario = Scenario("shop") {
      Flow("order") { user in
        try await user.step("search") {}
        try await user.step("pay") {}
      }
    }
    let report = try await LoadTest(scenario, .users(1, requests: 1))
      .run(untilDecided: sla, atMost: 3_000)
    #expect((170...400).contains(report.count))
    #expect(sla.verdict(on: report).isMet)
  }

  @Test func publicCallSaysHowItSampled() async throws {
    let report = try await LoadTest("work", .users(2, requests: 10)) { _ in }
      .run(untilDecided: [.p95 <= .seconds(60)], confidence: 0.9, atMost: 5_000)
    #expect(report.sampling == SequentialSampling(confidence: 0.9, limit: 5_000))
    #expect(report.count <= 5_000)
    expectSLA(report, .p95 <= .seconds(60))
  }

  @Test func phasesTrap() async {
    await #expect(processExitsWith: .failure) {
      let phases = LoadProfile.phases([.phase("a", .sequential(1))])
      _ = try await LoadTest("work", phases) { _ in }.run(untilDecided: [.p95 <= .zero], atMost: 9)
    }
  }
}
