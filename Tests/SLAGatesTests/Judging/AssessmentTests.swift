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
    let met = Metric.errorRate <= 0.5
    let missed = Metric.p95 <= .zero
    #expect(Assessment(of: report, by: [met]).isMet)
    #expect(!Assessment(of: report, by: [met, missed]).isMet)
    #expect(Assessment(of: report, by: [met, missed]).verdicts.map(\.status) == [.met, .missed])
    #expect(!Assessment(of: .fixture(), by: [met]).isMet)
  }

  @Test func emptyListPromisesNothing() {
    #expect(!Assessment(of: report, by: []).isMet)
  }

  @Test func noneMayFailUnlessARequirementSaysHowMany() {
    let latency = Metric.p50 <= .seconds(1)
    let strict = Assessment(of: report, by: [latency])
    #expect(!strict.isMet && strict.warnings == [.failuresNotAllowed])
    #expect(strict.verdicts.map(\.requirement) == [latency, Metric.errorRate <= 0])
    for allowing in [Metric.errorRate <= 0.9, Metric.successRate >= 0.1] {
      let assessment = Assessment(of: report, by: [latency, allowing])
      #expect(assessment.isMet && assessment.warnings.isEmpty && assessment.verdicts.count == 2)
    }
    // Nothing is added where nothing failed.
    let clean = Assessment(of: .fixture(latencies: LoadReport.ramp(20)), by: [latency])
    #expect(clean.isMet && clean.verdicts.count == 1 && clean.warnings.isEmpty)
  }

  @Test func statusIsThatOfTheWorst() {
    let (met, missed) = (Metric.p50 <= .seconds(1), Metric.max <= .zero)
    let undecided = (Metric.p50 <= .seconds(1)).on("search")
    let allowing = Metric.errorRate <= 0.9
    #expect(Assessment(of: report, by: [met, allowing]).status == .met)
    #expect(Assessment(of: report, by: [met, allowing, undecided]).status == .undecided)
    #expect(Assessment(of: report, by: [undecided, allowing, missed]).status == .missed)
    #expect(Assessment(of: report, by: []).status == .undecided)
    let sla = SLA("promise", met, allowing)
    #expect(sla.verdict(on: report) == Assessment(of: report, by: sla))
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
