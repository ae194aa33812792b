// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// What real loads report reads back as it was.
@Suite struct ReportRoundTripTests {
  private func check(_ report: LoadReport) throws {
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(LoadReport.self, from: data) == report)
    #expect(report.count > 0)
  }

  @Test func ofUsers() async throws {
    let report = try await LoadTest("users", .users(4, requests: 40)) { load in
      await load.segment("store") { await load.segment("lock") { await Task.yield() } }
      if load.iteration == 7 { throw CancellationError() }
    }
    .warmUp(requests: 5)
    .probe("gauge", every: .milliseconds(1)) { 1.5 }
    .settle(within: .seconds(1)) { true }
    .run()
    #expect(report.operations.count == 1 && report.timeline != nil && report.probes.count == 1)
    try check(report)
  }

  @Test func ofArrivalsInPhases() async throws {
    let report = try await LoadTest(
      "arrivals",
      .phases([
        .phase("burst", .burst(9)), .pause(.milliseconds(2)),
        .phase("steady", .arrivals(perSecond: 200, for: .milliseconds(50), maxInFlight: 1)),
      ])
    ) { _ in await Task.yield() }
    .run()
    #expect(report.phases.count == 2 && report.serviceTime != nil)
    #expect(report.generator?.lateness != nil)
    try check(report)
    for phase in report.phases { try check(phase) }
  }
}
