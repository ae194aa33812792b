// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SweepReportFindingsTests {
  private func course(_ sweep: SweepReport) -> [String] {
    sweep.findings.compactMap { finding in
      switch finding {
      case .counterproductive(let comparison): "counterproductive above \(comparison.base.users)"
      case .stillRising(let comparison): "rising at \(comparison.step.users)"
      case .flat(let comparison): "flat from \(comparison.base.users)"
      default: nil
      }
    }
  }

  @Test func courseIsSaidWhereIntervalsAreApart() {
    let falling = SweepReport.fixture([
      1: [59, 60, 61], 2: [99, 100, 101], 4: [61, 62, 63], 8: [40, 41, 42],
    ])
    #expect(course(falling) == ["counterproductive above 2"])
    let rising = SweepReport.fixture([
      1: [49, 50, 51], 2: [99, 100, 101], 4: [109, 110, 111], 8: [150, 151, 152],
    ])
    #expect(course(rising) == ["rising at 8"])
    let flat = SweepReport.fixture([
      1: [49, 50, 51], 2: [99, 100, 101], 4: [100, 101, 102], 8: [99, 100, 101],
    ])
    #expect(course(flat) == ["flat from 2"])
  }

  @Test func nothingIsSaidWhereIntervalsAreMissingOrOverlap() {
    #expect(course(.fixture([1: [50], 2: [100], 4: [62], 8: [40]])) == [])
    let noisy = SweepReport.fixture([
      1: [20, 50, 80], 2: [60, 100, 140], 4: [40, 80, 120], 8: [30, 70, 110],
    ])
    #expect(course(noisy) == [])
  }

  /// A fall is said to begin after the last step that may be as good as the best.
  @Test func aPlateauThatFallsIsCounterproductiveFromItsEndOn() {
    let plateau = SweepReport.fixture([
      2: [994, 1_004, 1_014], 4: [991, 1_001, 1_011], 8: [590, 600, 610], 16: [390, 400, 410],
    ])
    #expect(course(plateau) == ["counterproductive above 4"])
    // Not from a step on that has fallen itself.
    let fallen = SweepReport.fixture([
      1: [990, 1_000, 1_010], 2: [800, 950, 1_100], 4: [590, 600, 610], 8: [390, 400, 410],
    ])
    #expect(course(fallen) == ["flat from 2"])
  }

  /// The last step is higher than the one before, and an earlier one higher still.
  @Test func aRiseBelowTheHighestStepIsNoRise() {
    let sweep = SweepReport.fixture([
      1: [40, 50, 60], 10: [200, 300, 400], 50: [149, 150, 151], 100: [249, 250, 251],
    ])
    #expect(course(sweep).isEmpty)
  }

  @Test func fewerThanFourSoundStepsShowNothing() {
    let three = SweepReport.fixture([2: [99, 100, 101], 4: [61, 62, 63], 8: [40, 41, 42]])
    #expect(three.findings == [.tooFewSteps(sound: 3, all: 3)])
    let rising = SweepReport.fixture([1: [99, 100, 101], 2: [150, 151, 152]])
    #expect(rising.findings == [.tooFewSteps(sound: 2, all: 2)])
    // A fourth that is not sound is none.
    let idle = LoadReport.fixture(latencies: [.seconds(1)], warnings: [.idleUsers(16, peak: 2)])
    let sweep = SweepReport("a", three.steps + [.init(users: 16, runs: [idle])])
    #expect(
      sweep.findings == [
        .invalidLoad(users: 16, .idleUsers(16, peak: 2)), .tooFewSteps(sound: 3, all: 4),
      ]
    )
  }

  @Test func stepsThatAreNotSoundAreSaid() {
    let sound = SweepReport.fixture([1: [100]]).steps
    let sweep = SweepReport(
      "a",
      sound + [
        .init(users: 2, runs: [.fixture()]),
        .init(users: 4, runs: [.fixture(failures: ["refused": 3])]),
        .init(
          users: 8,
          runs: [.fixture(latencies: [.seconds(1)], warnings: [.idleUsers(8, peak: 2)])]
        ),
      ]
    )
    #expect(
      sweep.findings == [
        .nothingMeasured(users: 2), .allFailed(users: 4, count: 3),
        .invalidLoad(users: 8, .idleUsers(8, peak: 2)), .tooFewSteps(sound: 1, all: 4),
      ]
    )
  }

  /// Equal throughput at seven steps with noise of 4 %: no step is better than another.
  @Test func flatCurvesAreSeldomCalledCounterproductive() {
    let seed: UInt64 = 99
    var generator = SplitMix64(seed: seed)
    var claims = 0
    for _ in 0..<200 {
      let steps = [1, 2, 5, 10, 25, 50, 100].map { users in
        let rates = (0..<3).map { _ in
          var normal = -6.0
          for _ in 0..<12 { normal += Double(generator.next() >> 11) / 0x1p53 }
          return 100 * (1 + 0.04 * normal)
        }
        let runs = rates.map { rate in
          LoadReport.fixture(latencies: [.milliseconds(1)], elapsed: .seconds(1 / rate))
        }
        return SweepReport.Step(users: users, runs: runs)
      }
      let found = course(SweepReport("flat", steps))
      if found.contains(where: { $0.hasPrefix("counter") }) { claims += 1 }
    }
    #expect(claims <= 10, "seed \(seed): \(claims) of 200")
  }
}
