// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import Testing

@testable import SLATesting

@Suite struct ExpectSLATests {
  private let report = LoadReport.fixture(latencies: LoadReport.ramp(240))

  @Test func metRequirementsReportNothing() {
    expectSLA(report, .p95 <= .milliseconds(228), .errorRate <= 0, .throughput >= .perSecond(240))
    expectSLA(report, [.p95 <= .milliseconds(228), .successRate >= 1])
  }

  @Test func recordersAreJudgedLikeReports() {
    let recorder = LatencyRecorder("db write")
    for _ in 0..<100 { recorder.record(.milliseconds(5)) }
    expectSLA(recorder, .p95 <= .milliseconds(50), .p99 <= .milliseconds(200))
  }

  /// One failure for an expectation, at its line, that holds the whole message.
  @Test func missedRequirementsReportOnceAtTheCall() {
    let line = #line + 2
    withKnownIssue {
      expectSLA(report, .p95 <= .milliseconds(200), .errorRate <= 0.01, .max < .milliseconds(1))
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return issue.sourceLocation?.line == line
        && text.hasPrefix(
          "p95 of \"GET /health\" was 228 ms; the limit is 200 ms (14.0 % over).\nmax of"
        )
        && text.contains("error rate   <= 1 %     0 %     met, 1.00 percentage points margin")
        && text.hasSuffix(
          "--filter 'SLATestingTests.ExpectSLATests/missedRequirementsReportOnceAtTheCall\\('"
        )
    }
  }

  @Test func nothingMeasuredFailsEveryRequirement() {
    for requirement: Requirement in [
      .p95 <= .seconds(1_000), .max >= .nanoseconds(1), .mean <= .seconds(1), .errorRate < 0.5,
      .successRate > 0.5, .throughput > .perSecond(0),
    ] {
      withKnownIssue {
        expectSLA(LatencyRecorder("none"), requirement)
      } matching: { issue in
        "\(issue.comments)".contains(
          "undecided: nothing was measured; the requirement is \(requirement)"
        )
      }
    }
  }

  @Test func failuresThatNoRequirementAllowsFail() {
    let failing = LoadReport.fixture(latencies: LoadReport.ramp(20), failures: ["status 503": 1])
    withKnownIssue {
      expectSLA(failing, .p95 <= .seconds(1))
    } matching: { issue in
      "\(issue.comments)".contains("so none may; add one such as .errorRate <= 0.01 to allow some")
    }
    expectSLA(failing, .p95 <= .seconds(1), .errorRate <= 0.05)
  }

  @Test func namedPromisesAndSingleOperationsAreJudged() throws {
    let pilot = SLA("pilot", .p95 <= .milliseconds(228)) + [.errorRate <= 0]
    expectSLA(report, pilot)
    expectSLA(try #require(report.operation("GET /health")), pilot)
    withKnownIssue {
      expectSLA(report, SLA("pilot", .p95 <= .milliseconds(1), .errorRate <= 0))
    } matching: {
      $0.comments.map(\.rawValue).joined().contains("\n  SLA \"pilot\"\n")
    }
  }

  @Test func confidenceAndValidityAreAskedFor() {
    expectSLA(report, .p95 <= .milliseconds(300), confidence: 0.95)
    withKnownIssue {
      expectSLA(report, .p95 <= .milliseconds(228), confidence: 0.95)
    } matching: {
      $0.comments.map(\.rawValue).joined().contains("leaves it open at 95 % confidence")
    }
    let busy = report.adding([.busyProcess(cores: 2, of: 2, inFlight: 50)])
    withKnownIssue {
      expectSLA(busy, .p95 <= .milliseconds(300), requireValidLoad: true)
    } matching: {
      $0.comments.map(\.rawValue).joined().contains("the load was not valid, and has to be")
    }
  }

  /// Smoke runs judge errors alone, and say so; where nothing is run, nothing is judged, which is said too.
  @Test func modesOfRunningChangeWhatIsJudged() {
    let failing = LoadReport.fixture(latencies: LoadReport.ramp(3), failures: ["status 503": 1])
    RunMode.$environment.withValue(["SLA_MODE": "smoke"]) {
      expectSLA(report, .p95 <= .nanoseconds(1), (.errorRate <= 0.01).on("not reached"))
      withKnownIssue { expectSLA(failing, .p95 <= .seconds(1)) }
      // What may fail seldom must not fail the once.
      withKnownIssue { expectSLA(failing, .errorRate <= 0.5) }
      withKnownIssue { expectSLA(failing, .failures(reason: "status 503") <= 2) }
      expectSLA(failing, (.errorRate <= 0).excluding(.other))
      withKnownIssue { expectSLA(LoadReport.fixture(), .p95 <= .seconds(1)) }
      withKnownIssue { expectSLA(report, []) }
    }
    RunMode.$environment.withValue(["SLA_MODE": "off"]) {
      #expect(
        Expectation.outcome(of: .fixture(), [.p95 <= .seconds(1)], JudgingOptions(), test: nil)?
          .text
          == "SLA_MODE=off: the SLA of \"GET /health\" is not judged."
      )
    }
  }

  @Test func emptyListOfRequirementsFails() {
    withKnownIssue {
      expectSLA(report, [])
    } matching: { issue in
      "\(issue.comments)".contains("the list of requirements is empty")
    }
  }
}
