// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct SweepReportRecommendationTests {
  /// Runs of a second each, of so many operations, with the latency that so many users have then.
  private func step(_ users: Int, _ rates: [Int], warnings: [Warning] = []) -> SweepReport.Step {
    let runs = rates.map { rate in
      LoadReport.fixture(
        latencies: Array(repeating: .milliseconds(users * 1_000 / rate), count: rate),
        warnings: warnings
      )
    }
    return SweepReport.Step(users: users, runs: runs)
  }

  private let sla: SLA = [.p95 <= .milliseconds(300)]

  @Test func theHighestThroughputOfThoseThatMeetTheSLAIsTaken() {
    let sweep = SweepReport(
      "GET /health",
      [
        step(10, [100, 101, 99]), step(25, [200, 201, 199]), step(50, [150, 151, 149]),
        // More, but too slow.
        step(100, [250, 251, 249]),
      ]
    )
    let choice = sweep.recommended(meeting: sla)
    #expect(choice.choice == 25 && choice.ties.isEmpty && choice.isJudged)
    #expect(choice.best?.value == .rate(.perSecond(200)))
    #expect(choice.candidates.filter { !$0.meetsSLA }.map(\.choice) == [50, 100])
  }

  @Test func fewerUsersAreTakenWhereTheyAreShownToBeNearlyAsGood() {
    let sweep = SweepReport(
      "GET /health",
      [step(10, [90, 91, 89]), step(25, [199, 201, 200]), step(50, [202, 204, 203])]
    )
    let choice = sweep.recommended(meeting: sla)
    #expect(choice.choice == 25 && choice.candidates.first?.choice == 50)
  }

  /// The less is known of the others, the less they are preferred.
  @Test func noiseDoesNotPreferFewerUsers() {
    let sweep = SweepReport(
      "GET /health",
      [step(10, [84, 86]), step(25, [150, 186]), step(50, [240, 260]), step(60, [280, 300])]
    )
    let choice = sweep.recommended(meeting: sla)
    #expect(choice.choice == 60 && choice.ties.contains { $0.choice == 50 })
  }

  /// What is noisy is not shown to be as good as itself; a steadier step with less throughput is.
  @Test func moreUsersAreNotTakenForLessThroughput() {
    let noisy = SweepReport.fixture([
      10: [910, 950, 1_000, 1_050, 1_090], 25: [995, 995, 995, 995, 995],
    ])
    let choice = noisy.recommended(meeting: sla)
    #expect(choice.choice == 10 && choice.ties.map(\.choice) == [25])
  }

  @Test func everyRunMustMeetTheSLAAndBeTheLoadAskedFor() {
    let late = Warning.idleUsers(25, peak: 2)
    let sweep = SweepReport(
      "GET /health",
      [
        step(10, [100, 20]), step(25, [200], warnings: [late]), SweepReport.Step(users: 30),
        step(50, [200, 201]),
      ]
    )
    let choice = sweep.recommended(meeting: sla)
    #expect(choice.choice == 50)
    #expect(choice.candidates.dropFirst().map(\.choice) == [10, 25, 30])
    #expect(choice.candidates[2].fault == .invalidLoad(late))
    #expect(choice.candidates[3].fault == .notMeasured)
  }

  /// It meets the SLA, and has no throughput.
  @Test func aStepOfNoTimeHasNoFigure() {
    let run = LoadReport.fixture(latencies: [.milliseconds(1)], elapsed: nil)
    let choice = SweepReport("a", [.init(users: 1, runs: [run])]).recommended(meeting: sla)
    #expect(choice.choice == nil)
    #expect(choice.candidates.first?.fault == .noFigure("throughput", .timesUnknown))
  }

  @Test func intervalsOfOneRunAreKnownToBe() {
    let sweep = SweepReport("a", [step(1, [100]), step(2, [100, 101])])
    let choice = sweep.recommended(meeting: sla)
    let isWithin = Dictionary(
      uniqueKeysWithValues: choice.candidates.map { ($0.choice, $0.isOfOneRun) }
    )
    #expect(isWithin == [1: true, 2: false])
  }

  @Test func smokeRecommendsNothing() {
    let sweep = SweepReport("GET /health", [step(10, [100], warnings: [.smokeRun])])
    let choice = sweep.recommended(meeting: sla)
    #expect(choice.choice == nil && !choice.isJudged)
  }

  @Test func anEmptySLATraps() async {
    await #expect(processExitsWith: .failure) {
      _ = SweepReport("none", []).recommended(meeting: [])
    }
  }
}
