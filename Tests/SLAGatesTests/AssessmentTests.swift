// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct AssessmentTests {
  private let report = LoadReport.fixture(
    latencies: LoadReport.ramp(20),
    failures: ["status 503": 5]
  )

  @Test func metOnlyIfAllAreMet() {
    let met = Metric.p95 <= .seconds(1)
    let missed = Metric.errorRate <= 0.01
    #expect(Assessment(of: report, by: [met]).isMet)
    #expect(!Assessment(of: report, by: [met, missed]).isMet)
    #expect(Assessment(of: report, by: [met, missed]).verdicts.map(\.status) == [.met, .missed])
    #expect(!Assessment(of: .fixture(), by: [met]).isMet)
  }

  @Test func emptyListPromisesNothing() {
    #expect(!Assessment(of: report, by: []).isMet)
  }

  @Test func failuresThatNoRequirementLimitsAreWarnedOf() {
    let latency = Metric.p95 <= .seconds(1)
    let unjudged = Warning.failuresUnjudged(failed: 5, of: 25)
    #expect(Assessment(of: report, by: [latency]).warnings == [unjudged])
    #expect(Assessment(of: report, by: [latency, Metric.errorRate <= 0.5]).warnings.isEmpty)
    #expect(Assessment(of: report, by: [latency, Metric.successRate >= 0.5]).warnings.isEmpty)
  }

  @Test func eachWarningIsGivenOnce() {
    let noted = Warning.fewerRequestsThanUsers(requests: 3, users: 9)
    let report = LoadReport.fixture(latencies: LoadReport.ramp(3), warnings: [noted])
    let p95 = Metric.p95 <= .seconds(1)
    #expect(
      Assessment(of: report, by: [p95, p95]).warnings
        == [noted, .tooFewSamples(metric: "p95", count: 3, needed: 20)]
    )
  }
}
