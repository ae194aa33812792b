// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RequirementJudgeTests {
  /// So many durations of 1 ms, and so many of 9 ms.
  private func report(_ count: Int, above: Int = 0, failures: Int = 0) -> LoadReport {
    .fixture(
      latencies: Array(repeating: .milliseconds(1), count: count - above)
        + Array(repeating: .milliseconds(9), count: above),
      failures: failures > 0 ? ["status 503": failures] : [:]
    )
  }

  // MARK: - Confidence

  @Test(arguments: [
    // One-sided bounds of Clopper and Pearson at 95 %: 59 without one beyond show P95, 58 do not; with one
    // it takes 93; 3 of 20 show that it is missed (P(B ≥ 4) = 1.6 %, P(B ≥ 3) = 7.5 %), so 4 do.
    (59, 0, Verdict.Status.met), (58, 0, .undecided), (92, 1, .undecided), (93, 1, .met),
    (20, 3, .undecided), (20, 4, .missed), (20, 20, .missed), (1, 1, .missed), (1, 0, .undecided),
  ])
  func boundDecides(count: Int, above: Int, expected: Verdict.Status) {
    let report = report(count, above: above)
    let verdict = (.p95 <= .milliseconds(5)).verdict(on: report, confidence: 0.95)
    #expect(verdict.status == expected)
    #expect(verdict.count == count && verdict.warnings.isEmpty)
    // Above and below are the same share: P5 of at least 5 ms is missed by those below.
    let mirrored = LoadReport.fixture(
      latencies: Array(repeating: .milliseconds(9), count: count - above)
        + Array(repeating: .milliseconds(1), count: above)
    )
    let least = (.percentile(0.05) >= .milliseconds(5)).verdict(on: mirrored, confidence: 0.95)
    #expect(least.status == expected)
  }

  @Test func undecidedSaysHowManyWouldDecide() throws {
    let verdict = (.p95 <= .milliseconds(5)).verdict(on: report(40), confidence: 0.95)
    let claim = ShareClaim(exceeding: 0, of: 40, limit: 1 - 0.95)
    #expect(verdict.indecision == .notCertain(claim, confidence: 0.95, needed: 59))
    #expect(verdict.observed?.duration == .milliseconds(1))
    // Exactly at the limit no number would decide.
    let even = (.errorRate <= 0.5).verdict(on: report(50, failures: 50), confidence: 0.95)
    #expect(
      even.indecision
        == .notCertain(
          ShareClaim(exceeding: 50, of: 100, limit: 0.5),
          confidence: 0.95,
          needed: nil
        )
    )
  }

  @Test func ratesRestOnTheSameBounds() {
    // ln 0.05 / ln 0.99 = 298.07: 299 without a failure show that at most 1 % fail.
    for requirement in [
      Metric.errorRate <= 0.01, .successRate >= 0.99, .shareWithin(.milliseconds(5)) >= 0.99,
      .failureRate(.throttled) <= 0.01,
    ] {
      #expect(requirement.verdict(on: report(299), confidence: 0.95).status == .met)
      #expect(requirement.verdict(on: report(298), confidence: 0.95).status == .undecided)
    }
  }

  /// No sample shows that nothing ever fails: that is a promise about the run, as a maximum is.
  @Test func factsOfTheRunAreDecidedByTheObservation() {
    for requirement in [
      Metric.errorRate <= 0, .successRate >= 1, .max <= .milliseconds(5), .mean <= .milliseconds(5),
      .throughput >= .perSecond(1), .count >= 5, .failures(.timeout) <= 0,
    ] {
      let verdict = requirement.verdict(on: report(5), confidence: 0.95)
      #expect(verdict.status == .met, "\(requirement)")
    }
    let failed = (Metric.errorRate <= 0).verdict(on: report(5, failures: 1), confidence: 0.95)
    #expect(failed.status == .missed)
  }

  /// 60 of 1 ms are enough for one look, and too few for many.
  @Test func loadThatRanUntilDecidedGoesByEvidenceThatHoldsAtEveryLook() {
    var report = report(60)
    #expect((.p95 <= .milliseconds(5)).verdict(on: report, confidence: 0.95).status == .met)
    report.sampling = SequentialSampling(confidence: 0.95, limit: 1_000)
    #expect((.p95 <= .milliseconds(5)).verdict(on: report).status == .undecided)
    var longer = self.report(95)
    longer.sampling = SequentialSampling(confidence: 0.95, limit: 1_000)
    #expect((.p95 <= .milliseconds(5)).verdict(on: longer).status == .met)
  }

  @Test func intervalsAreThoseOfTheSample() throws {
    let ramp = LoadReport.fixture(latencies: LoadReport.ramp(240))
    let verdict = (.p95 <= .milliseconds(500)).verdict(on: ramp)
    // Percentile.intervalRanks(of: 0.95, in: 240) is 221 and 235.
    let interval = try #require(verdict.interval)
    #expect(interval.lower == .duration(.milliseconds(221)))
    #expect(interval.upper == .duration(.milliseconds(235)) && interval.confidence == 0.95)
    let rate = (.errorRate <= 0.5).verdict(on: report(59), confidence: 0.9).interval
    // 1 − 0.05^(1/59) on either side of 90 %.
    let upper = try #require(rate?.upper?.share)
    #expect(abs(upper - 0.0495076) < 1e-6 && rate?.lower?.share == 0)
    #expect((.max <= .seconds(1)).verdict(on: report(59)).interval == nil)
  }

  // MARK: - Scopes

  private let mix = LoadReport.mix(
    "pilot",
    [
      MixedOperation("search", 200, p95: 100, p99: 200),
      MixedOperation("harvest", 100, throttled: 60, p95: 4_000, p99: 6_000),
      MixedOperation("pay", 100, p95: 300, p99: 900),
    ]
  )

  @Test func scopesNameTheirOperations() {
    let search = (Metric.p95 <= .milliseconds(100)).on("search").verdict(on: mix)
    #expect(search.status == .met && search.subject == "search" && search.count == 200)
    let others = (Metric.errorRate <= 0).excluding("harvest").verdict(on: mix)
    #expect(others.status == .met && others.count == 300)
    let untold = (Metric.errorRate <= 0).excluding(.throttled).verdict(on: mix)
    #expect(untold.status == .met && untold.count == 340)
    let told = (Metric.errorRate <= 0.1).verdict(on: mix)
    #expect(told.status == .missed && told.observed?.share == 60 / 400.0)
  }

  @Test func everyOperationIsJudgedByItself() {
    let verdict = (Metric.p95 <= .milliseconds(250)).onEvery().verdict(on: mix)
    #expect(verdict.status == .missed)
    #expect(verdict.parts.map(\.name) == ["search", "harvest", "pay"])
    #expect(verdict.parts.map(\.status) == [.met, .missed, .missed])
    // The worst decides: 4 s of harvest.
    #expect(verdict.observed?.duration == .seconds(4))
    let without = (Metric.p95 <= .milliseconds(300)).onEvery().excluding("harvest").verdict(on: mix)
    #expect(without.status == .met && without.observed?.duration == .milliseconds(300))
    let none = (Metric.p95 <= .seconds(9)).onEvery().excluding("harvest", "pay", "search")
    #expect(none.verdict(on: mix).indecision == .nothingMeasured)
  }

  @Test func nameThatIsNotThereIsUndecidedAndNamesThoseThatAre() {
    let known = ["search", "harvest", "pay"]
    #expect(
      (Metric.p95 <= .seconds(9)).on("serch").verdict(on: mix).indecision
        == .noSuchOperation("serch", known: known)
    )
    #expect(
      (Metric.errorRate <= 0.9).excluding("harvst").verdict(on: mix).indecision
        == .noSuchOperation("harvst", known: known)
    )
    #expect(
      (Metric.p95 <= .seconds(9)).on(phase: "burst").verdict(on: mix).indecision
        == .noSuchPhase("burst", known: [])
    )
    #expect(
      (Metric.peak("pending") <= 1).verdict(on: mix).indecision
        == .noSuchProbe("pending", known: [])
    )
    // Of a report of nothing that comes first.
    #expect(
      (Metric.p95 <= .seconds(9)).on("search").verdict(on: LoadReport.fixture()).indecision
        == .nothingMeasured
    )
  }

  @Test func phasesAreJudgedByThemselves() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(40)).phased([
      .fixture("burst", latencies: LoadReport.ramp(30)), .fixture("recovery", latencies: []),
    ])
    let verdict = (Metric.max <= .milliseconds(30)).on(phase: "burst").verdict(on: report)
    #expect(verdict.status == .met && verdict.count == 30)
    let empty = (Metric.max <= .milliseconds(30)).on(phase: "recovery").verdict(on: report)
    #expect(empty.indecision == .nothingMeasured)
  }

  // MARK: - Bounds

  @Test func betweenMissesOnEitherSide() {
    let report = report(100)
    func status(_ lower: Int, _ upper: Int) -> Verdict.Status {
      let requirement = Requirement.between(.p50, .microseconds(lower), .microseconds(upper))
      return requirement.verdict(on: report).status
    }
    #expect(status(1_000, 1_000) == .met && status(500, 2_000) == .met)
    #expect(status(1_001, 2_000) == .missed && status(500, 999) == .missed)
  }

  @Test(arguments: [
    // The limit is 100 ms with a band of 5 %: 105 ms is warned of, and more is missed.
    (100, Verdict.Status.met, false), (101, .met, true), (105, .met, true), (106, .missed, false),
  ])
  func deadbandIsWarnedOf(milliseconds: Int, status: Verdict.Status, isWarned: Bool) {
    let report = LoadReport.fixture(
      latencies: Array(repeating: .milliseconds(milliseconds), count: 100)
    )
    let requirement = (Metric.p95 <= .milliseconds(100)).deadband(0.05)
    let verdict = requirement.verdict(on: report)
    #expect(verdict.status == status)
    #expect(verdict.warnings == (isWarned ? [.withinDeadband("\(requirement)")] : []))
  }

  @Test func deadbandOfALeastGoesDown() {
    let requirement = (Metric.throughput >= .perSecond(100)).deadband(.percent(10))
    for (count, status) in [(100, Verdict.Status.met), (90, .met), (89, .missed)] {
      #expect(requirement.verdict(on: report(count)).status == status)
    }
  }

  // MARK: - Valid load

  @Test func invalidLoadDecidesNothingWhereItMustBeValid() {
    let busy = Warning.busyProcess(cores: 2, of: 2, inFlight: 50)
    let report = report(100).adding([busy.inPhase("burst")])
    for requirement in [Metric.p95 <= .milliseconds(5), .p95 <= .nanoseconds(1)] {
      #expect(requirement.verdict(on: report).status != .undecided)
      let verdict = requirement.verdict(on: report, requireValidLoad: true)
      #expect(verdict.status == .undecided && verdict.indecision == .invalidLoad)
      #expect(verdict.observed != nil)
    }
    // Other warnings are no fault of the load.
    let noted = self.report(100).adding([.notSettled(limit: .seconds(1))])
    let verdict = (Metric.p95 <= .milliseconds(5)).verdict(on: noted, requireValidLoad: true)
    #expect(verdict.status == .met)
  }

  // MARK: - Probes

  @Test func probesAndDrainsAreJudged() {
    let report = report(100).probed("pending", [0: 1, 500: 3, 1_300: 0], loadEnd: 1_000)
    #expect((Metric.peak("pending") <= 3).verdict(on: report).status == .met)
    #expect((Metric.peak("pending") <= 2).verdict(on: report).status == .missed)
    #expect((Metric.last(of: "pending") <= 0).verdict(on: report).status == .met)
    #expect((Metric.mean(of: "pending") < 1).verdict(on: report).status == .missed)
    let full = self.report(100).probed("pending", [0: 1, 1_100: 2, 9_000: 2], loadEnd: 1_000)
    let drained = Requirement.drained("pending", within: .seconds(5)).verdict(on: full)
    #expect(drained.status == .missed && drained.observed == nil)
    let short = Requirement.drained("pending", within: .seconds(50)).verdict(on: full)
    #expect(short.indecision == .notWatched("pending", for: .seconds(8)))
  }

  @Test func recoveryIsMeasuredAgainstAnotherPhase() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(40)).phased([
      .fixture("steady", latencies: Array(repeating: .milliseconds(100), count: 20)),
      .fixture("recovery", latencies: Array(repeating: .milliseconds(120), count: 5)),
    ])
    let within = Requirement.recovered("recovery", within: .percent(20), of: "steady")
    #expect(within.verdict(on: report).status == .met)
    let tighter = Requirement.recovered("recovery", within: .percent(19), of: "steady", by: .max)
    #expect(tighter.verdict(on: report).status == .missed)
  }
}
