// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadUserSegmentsTests {
  private let clock = ManualClock()

  private func pass(_ milliseconds: Int) { clock.advance(by: .milliseconds(milliseconds)) }

  @Test func segmentsBelongToTheStepAtWork() async throws {
    let scenario = Scenario("pilot") {
      Flow("studio") { user in
        try await user.step("create") {
          user.segment("parse") { pass(1) }
          await user.segment("store") { store in
            async let lock: Void = store.segment("lock") { pass(2) }
            _ = await lock
            user.record("connect", .milliseconds(1))
          }
        }
        user.segment("between") {}
        try await user.step("generate") { user.segment("parse") { pass(5) } }
      }
    }
    let report = try await LoadTest(scenario, .sequential(4)).run(time: clock.source)
    #expect(report.operations.map(\.name) == ["create", "generate"])
    let create = try #require(report.operation("create"))
    #expect(create.segments.map(\.name) == ["parse", "store", "connect", "lock"])
    #expect(create.segment("lock")?.parent == "store")
    #expect(create.segment("parse")?.time?.max == .milliseconds(1))
    #expect(report.operation("generate")?.segment("parse")?.time?.max == .milliseconds(5))
    #expect(report.segments.first { $0.name == "parse" }?.callCount == 8)
    #expect(report.warnings.contains(.lostSegments(4)))
  }

  @Test func segmentsBelongToAFlowWithoutSteps() async throws {
    let scenario = Scenario("pilot") {
      Flow("search") { user in
        user.segment("parse") { _ in pass(1) }
        try await user.segment("store") { try await Task.sleep(for: .microseconds(1)) }
      }
      Flow("order") { user in user.segment("parse") { pass(2) } }
    }
    let report = try await LoadTest(scenario, .sequential(20)).run(time: clock.source)
    #expect(report.operation("search")?.segments.map(\.name) == ["parse", "store"])
    #expect(report.operation("search")?.segment("parse")?.time?.max == .milliseconds(1))
    #expect(report.operation("order")?.segments.map(\.name) == ["parse"])
    #expect(report.operation("order")?.segment("parse")?.time?.max == .milliseconds(2))
  }

  @Test func stepsAtOnceHaveSegmentsOfTheirOwn() async throws {
    let scenario = Scenario("pilot") {
      Flow("both") { user in
        async let one: Void = user.step("one") {
          try await user.segment("part") { try await Task.sleep(for: .milliseconds(1)) }
        }
        async let two: Void = user.step("two") { user.segment("part") {} }
        _ = try await (one, two)
      }
    }
    let report = try await LoadTest(scenario, .users(4, requests: 40)).timeout(.seconds(60)).run()
    #expect(report.operation("one")?.segments.first?.callCount == 40)
    #expect(report.operation("two")?.segments.first?.callCount == 40)
  }
}
