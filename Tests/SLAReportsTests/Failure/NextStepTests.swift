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

  // MARK: - What is open

  /// So many operations of 1 ms, and so many of 9 ms, of a load that ran until it was decided.
  private func sampled(
    _ count: Int,
    above: Int,
    atMost limit: Int?,
    isStopped: Bool = false
  ) -> LoadReport {
    var report = LoadReport.fixture(
      latencies: Array(repeating: .milliseconds(1), count: count - above)
        + Array(repeating: .milliseconds(9), count: above)
    )
    report.sampling = limit.map { SequentialSampling(confidence: 0.95, limit: $0) }
    var generator = GeneratorReport()
    generator.isStoppedEarly = isStopped
    report.generator = generator
    return report
  }

  /// As many as allowed, stopped as hopeless, ended by the time of the profile, or undone by what ended later.
  @Test func openClaimSaysWhatEndedTheLoad() {
    let limit = Metric.p95 <= .milliseconds(5)
    let more = "Next: let it make more operations"
    #expect(text(sampled(60, above: 0, atMost: 60), limit) == "\(more): raise atMost, to about 88.")
    #expect(
      text(sampled(50, above: 0, atMost: 60, isStopped: true), limit)
        == "\(more): raise atMost, to about 88."
    )
    #expect(
      text(sampled(60, above: 0, atMost: 10_000), limit)
        == "\(more), about 88: give the load more time."
    )
    #expect(
      text(sampled(60, above: 0, atMost: 70), limit)
        == "\(more), about 88: give the load more time, and raise atMost."
    )
    #expect(
      text(sampled(60, above: 0, atMost: 10_000, isStopped: true), limit)
        == "Next: repeat it, for what ended after it was decided left it open again."
    )
  }

  @Test func claimOfSomeOperationsTakesMoreOfAll() {
    let times = Array(repeating: Duration.milliseconds(1), count: 60)
    var report = LoadReport.fixture(latencies: times, failures: ["x": 60])
    report.sampling = SequentialSampling(confidence: 0.95, limit: 120)
    #expect(
      text(report, Metric.p95 <= .milliseconds(5), .errorRate <= 0.9)
        == "Next: let it make more operations: raise atMost, to about 176."
    )
  }

  @Test func whatNoNumberDecidesIsNotMeasuredMore() {
    let even = sampled(100, above: 50, atMost: nil)
    let expected = "Next: set another limit, for no number of operations decides this one."
    let assessment = Assessment(
      of: even,
      by: [.p50 <= .milliseconds(5)],
      JudgingOptions(confidence: 0.95)
    )
    #expect(NextStep(assessment, test: nil, isDebugBuild: true).text == expected)
    #expect(text(sampled(100, above: 50, atMost: 1_000), .p50 <= .milliseconds(5)) == expected)
  }

  @Test func nameThatIsNotThereIsMended() {
    #expect(
      text(mixed, .count(of: "rows") >= 1, .errorRate <= 0.5)
        == "Next: name one of those there are."
    )
  }

  @Test func tooFewSamplesWantLongerWindowsOnlyOfWindows() {
    #expect(
      text(.timed(latencies: LoadReport.ramp(5)), .degradation(first: 10, last: 10) <= 0.5)
        == "Next: have at least 20 operations, by more load or more time."
    )
  }

  @Test func whatWasNotAllMadeIsMade() {
    var report = LoadReport.fixture(latencies: LoadReport.ramp(10))
    var generator = GeneratorReport()
    (generator.plannedCount, generator.iterationCount) = (20, 10)
    report.generator = generator
    #expect(
      text(report, .elapsed <= .seconds(9))
        == "Next: let all operations be made: by more time, or by fewer arrivals where some were dropped."
    )
  }

  @Test func partOfWhichThereIsNothingIsGivenSomething() {
    let phased = LoadReport.fixture(latencies: LoadReport.ramp(10)).phased([
      .fixture("burst", latencies: LoadReport.ramp(10)), .fixture("recovery"),
    ])
    #expect(
      text(phased, (Metric.p95 <= .seconds(1)).on(phase: "recovery"))
        == "Next: let there be operations in what is judged, by more load or more time."
    )
    let unordered = LoadReport.mix(
      "pilot",
      [MixedOperation("search", 20, p95: 1, p99: 2), MixedOperation("pay", 20, p95: 1, p99: 2)]
    )
    #expect(
      text(unordered, .degradation(first: 2, last: 2) <= 0.5)
        == "Next: judge one operation, or one phase, of which the times are known; of more than 8,192 "
        + "operations, the first and last 16 at most."
    )
  }
}
