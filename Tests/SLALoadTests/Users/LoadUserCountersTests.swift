// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct LoadUserCountersTests {
  @Test func stepsAndFlowsCount() async throws {
    let scenario = Scenario("pilot") {
      Flow("order") { user in
        user.count("flows")
        try await user.step("pay") { user.count("steps", by: 2) }
      }
    }
    let report = try await LoadTest(scenario, .users(2, requests: 6)).run()
    #expect(report.counter("steps")?.count == 12)
    #expect(report.counter("flows")?.count == 6)
  }
}
