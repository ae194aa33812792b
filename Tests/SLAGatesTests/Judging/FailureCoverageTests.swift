// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct FailureCoverageTests {
  /// 100 searches, of which 5 failed, and 50 harvests, of which 20 were throttled and 3 failed.
  private let report: LoadReport = {
    let search = WorkerRecorder()
    let harvest = WorkerRecorder()
    search.record(.milliseconds(5), count: 95)
    harvest.record(.milliseconds(5), count: 27)
    for _ in 0..<5 { search.record(FailureKind(.serverError), after: .milliseconds(1)) }
    for _ in 0..<20 { harvest.record(FailureKind(.throttled), after: .milliseconds(1)) }
    for _ in 0..<3 { harvest.record(FailureKind(.serverError), after: .milliseconds(1)) }
    return LoadReport(
      "pilot",
      load: "40 users",
      elapsed: .seconds(1),
      operations: [
        RecordedOperation("search", search.recording),
        RecordedOperation("harvest", harvest.recording),
      ]
    )
  }()

  private func unlimited(_ requirements: Requirement...) -> [String] {
    FailureCoverage(requirements).unlimited(in: report).map(\.description)
  }

  @Test func withoutAWordAllMustSucceed() {
    #expect(unlimited() == ["error rate <= 0 %"])
    #expect(unlimited(.p95 <= .seconds(1)) == ["error rate <= 0 %"])
  }

  @Test func whatIsLimitedOrLeftOutIsSpokenOf() {
    #expect(unlimited(.errorRate <= 0.5) == [])
    #expect(unlimited(.successRate >= 0.5) == [])
    #expect(unlimited((.errorRate <= 0.5).excluding("harvest")) == [])
    #expect(unlimited((.errorRate <= 0.5).excluding(.throttled)) == [])
    #expect(unlimited((.errorRate <= 0.5).onEvery()) == [])
  }

  @Test func othersMustNotFail() {
    #expect(
      unlimited((.errorRate <= 0.5).on("search")) == ["error rate of harvest <= 0 %"]
    )
    #expect(
      unlimited(.failureRate(.throttled) <= 0.5) == [
        "error rate of search <= 0 %",
        "error rate of harvest excluding throttled failures <= 0 %",
      ]
    )
    #expect(
      unlimited(
        (.errorRate <= 0.1).on("search"),
        (.failureRate(.throttled) <= 0.5).on("harvest")
      ) == ["error rate of harvest excluding throttled failures <= 0 %"]
    )
    #expect(
      unlimited(.failures(.serverError) <= 10) == [
        "error rate of harvest excluding server error failures <= 0 %"
      ]
    )
  }

  @Test func otherPhasesMustNotFail() {
    let phases = ["burst", "recovery"].map { name in
      LoadReport.fixture(name, latencies: LoadReport.ramp(9), failures: ["status 503": 1])
    }
    let report = LoadReport.fixture(latencies: LoadReport.ramp(18), failures: ["status 503": 2])
      .phased(phases)
    let requirement = (.errorRate <= 0.5).on(phase: "burst")
    #expect(
      FailureCoverage([requirement]).unlimited(in: report).map(\.description)
        == ["error rate in phase recovery <= 0 %"]
    )
  }

  /// A harvest that fails otherwise than by throttling does not pass for being throttled seldom.
  @Test func assessmentMissesWhatNobodyLimited() {
    let sla: SLA = [
      (.errorRate <= 0.1).on("search"), (.failureRate(.throttled) <= 0.5).on("harvest"),
    ]
    let assessment = sla.verdict(on: report)
    #expect(assessment.verdicts.map(\.status) == [.met, .met, .missed])
    #expect(assessment.verdicts[2].observed?.share == 3 / 30.0)
    #expect(assessment.warnings.contains(.failuresNotAllowed))
  }
}
