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
    let falling = SweepReport.fixture([2: [99, 100, 101], 4: [61, 62, 63], 8: [40, 41, 42]])
    #expect(course(falling) == ["counterproductive above 2"])
    let rising = SweepReport.fixture([1: [99, 100, 101], 2: [150, 151, 152]])
    #expect(course(rising) == ["rising at 2"])
    let flat = SweepReport.fixture([
      1: [49, 50, 51], 2: [99, 100, 101], 4: [100, 101, 102], 8: [99, 100, 101],
    ])
    #expect(course(flat) == ["flat from 2"])
  }

  @Test func nothingIsSaidWhereIntervalsAreMissingOrOverlap() {
    #expect(course(.fixture([2: [100], 4: [62]])) == [])
    #expect(course(.fixture([2: [60, 100, 140], 4: [40, 80, 120]])) == [])
    // The step after the best is not lower beyond doubt.
    #expect(
      !course(.fixture([1: [99, 100, 101], 2: [98, 99, 102], 4: [50, 51, 52]])).contains {
        $0.hasPrefix("counter")
      }
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
