// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SweepReportTests {
  /// Powers by rate over latency: 100 / 10 ms, 190 / 12 ms, 200 / 40 ms.
  @Test func kneeIsTheStepOfTheHighestPower() {
    let sweep = SweepReport.fixture(
      [1: [1_000], 2: [1_900], 4: [2_000]],
      p95: [1: 10, 2: 12, 4: 40]
    )
    #expect(sweep.knee?.users == 2 && sweep.scalability == nil)
    #expect(SweepReport.fixture([:]).knee == nil)
  }

  @Test func stepsAreInTheOrderOfUsers() {
    let sweep = SweepReport.fixture([10: [100], 1: [100], 5: [100]])
    #expect(sweep.steps.map(\.users) == [1, 5, 10])
  }

  @Test func stepsThatAreNotSoundAreLeftOutOfTheFit() {
    let good = SweepReport.fixture([1: [100], 2: [190], 4: [340], 8: [500]])
    #expect(good.scalability != nil)
    let failed = LoadReport.fixture(failures: ["refused": 9])
    let steps = good.steps.dropLast() + [SweepReport.Step(users: 8, runs: [failed])]
    let sweep = SweepReport("a", Array(steps))
    #expect(sweep.scalability == nil && sweep.soundSteps.map(\.users) == [1, 2, 4])
  }

  @Test func stepsAreComparedByTheirUsers() throws {
    let sweep = SweepReport.fixture([1: [100, 102], 2: [200, 202]])
    let comparison = try #require(sweep.comparison(of: 2, to: 1))
    #expect(comparison.base.users == 1 && comparison.step.users == 2)
    #expect(sweep.comparison(of: 3, to: 1) == nil)
  }
}
