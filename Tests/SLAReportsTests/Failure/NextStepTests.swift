// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct NextStepTests {
  private let mixed = LoadReport.fixture(latencies: LoadReport.ramp(10), failures: ["x": 1])
  private let slow = Metric.p95 <= .zero
  private let failing = Metric.errorRate <= 0

  private func text(
    _ report: LoadReport,
    _ requirements: Requirement...,
    debug: Bool = true
  ) -> String {
    NextStep(
      Assessment(of: report, by: SLA(nil, requirements)),
      test: "searchTest",
      isDebugBuild: debug
    ).text
  }

  @Test func slowInADebugBuildIsTriedInARelease() {
    #expect(
      text(mixed, slow, Metric.errorRate <= 0.5)
        == "Next: see whether it stays so in a release build, and alone: "
        + "swift test -c release --no-parallel --filter searchTest"
    )
  }

  @Test func slowInAReleaseBuildIsTriedAlone() {
    #expect(
      text(mixed, slow, Metric.errorRate <= 0.5, debug: false)
        == "Next: see whether it stays so alone: swift test -c release --no-parallel --filter searchTest"
    )
  }

  @Test func failuresComeBeforeSpeed() {
    #expect(
      text(mixed, failing)
        == "Next: mend the failures named above, then repeat: swift test --no-parallel --filter searchTest"
    )
    #expect(
      text(.fixture(failures: ["x": 1]), slow)
        == "Next: mend the failures named above; without a success there is no latency to judge."
    )
  }

  @Test func failuresComeBeforeSpeedWhereBothAreMissed() {
    let expected = "Next: mend the failures named above, then repeat: swift test"
    #expect(text(mixed, slow, failing) == "\(expected) --no-parallel --filter searchTest")
    #expect(
      text(mixed, slow, failing, debug: false)
        == "\(expected) -c release --no-parallel --filter searchTest"
    )
  }

  /// A limiter that must refuse, and did not: there is no failure to mend.
  @Test func tooFewFailuresAreNotMended() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(10))
    #expect(text(report, Metric.errorRate >= 0.5).hasPrefix("Next: see whether it stays so"))
  }

  @Test func nothingMeasuredSaysHowToMeasure() {
    #expect(
      text(.fixture(), slow)
        == "Next: give the load at least one user and one request, or more time."
    )
    #expect(
      text(.fixture(load: nil), slow)
        == "Next: record something before judging; call time or record on the recorder."
    )
  }

  @Test func whatCannotBeJudgedSaysWhatToMend() {
    #expect(
      text(mixed, Metric.errorRate <= 1)
        == "Next: set a limit that can be missed by less than a total failure; 1 % is written 0.01."
    )
    #expect(
      text(.fixture(latencies: [.milliseconds(-1)]), slow)
        == "Next: look at the clock, or at what is recorded: no duration can be used."
    )
    #expect(
      text(.fixture(latencies: LoadReport.ramp(3), elapsed: nil), Metric.throughput > .perSecond(1))
        == "Next: time the work by the recorder's time; record does not say when the work ran."
    )
  }

  @Test func nothingRequiredShowsARequirement() {
    #expect(text(mixed) == "Next: require something, for example .p95 <= .milliseconds(300).")
  }

  @Test func unknownTestIsNotFilteredFor() {
    let assessment = Assessment(of: mixed, by: [slow, Metric.errorRate <= 0.5])
    #expect(
      NextStep(assessment, test: nil, isDebugBuild: false).text
        == "Next: see whether it stays so alone: swift test -c release --no-parallel"
    )
  }
}
