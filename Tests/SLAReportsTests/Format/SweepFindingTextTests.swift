// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct SweepFindingTextTests {
  private func sentences(_ sweep: SweepReport) -> [String] { sweep.findings.map(\.sentence) }

  @Test func coursesHaveTheirFigures() {
    let falling = SweepReport.fixture(
      [
        1: [590, 600, 610], 2: [980, 1_000, 1_020], 4: [610, 623, 636], 8: [600, 630, 640],
      ],
      p95: [2: 263, 8: 612]
    )
    #expect(
      sentences(falling) == [
        "adding users above 2 is counterproductive here: 62.3 /s at 8 users against 100 /s at 2 "
          + "(−37.7 %, 95 % −42 % to −33 %), P95 612 ms against 263 ms"
      ]
    )
    let rising = SweepReport.fixture([
      10: [990, 1_000, 1_010], 25: [1_990, 2_000, 2_010], 50: [3_090, 3_100, 3_110],
      100: [3_390, 3_400, 3_410],
    ])
    #expect(
      sentences(rising).first
        == "no peak up to 100 users: 340 /s at 100 users against 310 /s at 50 "
        + "(+9.7 %, 95 % +8.9 % to +10.4 %)"
    )
    let flat = SweepReport.fixture([
      5: [990, 1_000, 1_010], 10: [1_990, 2_000, 2_010], 25: [3_090, 3_100, 3_110],
      50: [3_080, 3_100, 3_120],
    ])
    #expect(
      sentences(flat).first
        == "no more throughput from 25 users on: 310 /s at 50 users against 310 /s at 25 "
        + "(0.0 %, 95 % −1 % to +1 %), P95 50.0 ms against 25.0 ms"
    )
  }

  /// Runs of a second each, so that an interval is of the parts of a run.
  @Test func intervalsOfSingleRunsSaySo() {
    let steps = [(1, 6), (2, 10), (4, 6), (8, 4)].map { users, mean in
      let counts = (0..<10).map { mean + ($0.isMultiple(of: 2) ? 1 : -1) }
      return SweepReport.Step(users: users, runs: [.inIntervals(counts)])
    }
    #expect(
      sentences(SweepReport("GET /health", steps)).first
        == "adding users above 2 is counterproductive here: 40.0 /s at 8 users against 100 /s at 2 "
        + "(−60.0 %, 95 % −70 % to −50 % within one run), P95 5.00 ms against 5.00 ms"
    )
  }

  @Test func numbersOfStepsAreSpelled() {
    let law = "to conclude anything, which takes four"
    let sentences = [(0, 2), (1, 1), (2, 2), (3, 3), (3, 5)].map {
      SweepFinding.tooFewSteps(sound: $0, all: $1).sentence
    }
    #expect(
      sentences == [
        "no step is left \(law)", "one step is too few \(law)", "two steps are too few \(law)",
        "three steps are too few \(law)", "three sound steps are too few \(law)",
      ]
    )
  }

  @Test func stepsAreLeftOutForAReason() {
    let warning = Warning.idleUsers(8, peak: 2)
    #expect(
      [
        SweepFinding.nothingMeasured(users: 1), .allFailed(users: 4, count: 1_000),
        .invalidLoad(users: 8, warning), .peak(users: 21.4, lowerBound: 18.25, upperBound: 27),
      ].map(\.sentence) == [
        "the step of 1 user is left out: nothing was measured",
        "the step of 4 users is left out: all of 1,000 operations failed",
        "the step of 8 users is left out, for its load was not valid: \(warning)",
        "by the Universal Scalability Law throughput peaks at 21.4 users (95 % 18.2 to 27.0)",
      ]
    )
  }
}
