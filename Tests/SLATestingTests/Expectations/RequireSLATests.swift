// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import Testing

@Suite struct RequireSLATests {
  private let report = LoadReport.fixture(latencies: LoadReport.ramp(240))

  @Test func metRequirementsReportAndThrowNothing() throws {
    try requireSLA(report, .p95 <= .milliseconds(300), .errorRate <= 0)
    try requireSLA(report, SLA("health", .p95 <= .milliseconds(300)))
  }

  /// One failure at the line of the call that holds the message, and an error that names the place.
  @Test func missedRequirementsReportAtTheCallAndThrow() throws {
    let line = #line + 3
    var thrown: (any Error)?
    withKnownIssue {
      do { try requireSLA(report, .p95 <= .milliseconds(200)) } catch { thrown = error }
    } matching: { issue in
      issue.sourceLocation?.line == line
        && issue.comments.map(\.rawValue).joined().hasPrefix("p95 of \"GET /health\" was 228 ms;")
    }
    let error = try #require(thrown as? SLANotMet)
    #expect(
      error.description
        == "The SLA of \"GET /health\" is not met: see the failure at SLATestingTests/RequireSLATests.swift:\(line)."
    )
  }
}
