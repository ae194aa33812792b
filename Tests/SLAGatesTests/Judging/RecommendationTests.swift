// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAGates

@Suite struct RecommendationTests {
  private typealias Candidate = Recommendation<Int>.Candidate

  private func candidate(_ users: Int, _ rate: Double, within: ClosedRange<Double>?) -> Candidate {
    Candidate(
      users,
      "\(users) users",
      .rate(.perSecond(rate)),
      within.map {
        MetricInterval(
          lower: .rate(.perSecond($0.lowerBound)),
          upper: .rate(.perSecond($0.upperBound)),
          confidence: 0.95
        )
      }
    )
  }

  private func choose(
    _ candidates: [Candidate],
    isAsGood: ((Int, Int) -> Bool)? = nil
  ) -> Recommendation<Int> {
    Recommendation(
      candidates,
      by: .throughput(withFailures: false),
      of: [],
      isAsGood: isAsGood
    )
  }

  @Test func theFirstThatIsShownToBeAsGoodIsTaken() {
    let candidates = [
      candidate(10, 80, within: 70...90), candidate(25, 99, within: 95...103),
      candidate(50, 100, within: 96...104), candidate(100, 60, within: 50...70),
    ]
    let fewest = choose(candidates) { users, best in users >= 25 && best == 50 }
    #expect(fewest.choice == 25 && fewest.ties.map(\.choice) == [50])
    let best = choose(candidates)
    #expect(best.choice == 50 && best.ties.map(\.choice) == [25])
    #expect(best.candidates.map(\.choice) == [50, 25, 10, 100])
    #expect(choose(candidates) { _, _ in false }.choice == 50)
  }

  @Test func nothingThatComesAfterTheBestIsTaken() {
    let candidates = [candidate(10, 100, within: 70...130), candidate(25, 99, within: 98...100)]
    #expect(choose(candidates) { users, _ in users == 25 }.choice == 10)
  }

  @Test func nothingIsSaidToBeEqualWithoutIntervals() {
    let candidates = [candidate(10, 99, within: nil), candidate(25, 100, within: nil)]
    let choice = choose(candidates)
    #expect(choice.choice == 25 && choice.ties.isEmpty)
  }

  @Test func equalFiguresAreTiesWithoutIntervalsToo() {
    let candidates = [
      candidate(10, 100, within: nil), candidate(25, 99, within: nil),
      candidate(50, 100, within: nil),
    ]
    let choice = choose(candidates)
    #expect(choice.choice == 10 && choice.ties.map(\.choice) == [50])
  }

  /// Only what decided against it says whether an alternative that is none meets the SLA.
  @Test func whatIsNoAlternativeMayMeetTheSLA() {
    func meets(_ fault: Recommendation<Int>.Fault?) -> Bool {
      Candidate(1, "1 user", nil, fault: fault).meetsSLA
    }
    #expect(meets(nil) && meets(.invalidLoad(.idleUsers(20, peak: 2))))
    #expect(meets(.noFigure("peak depth", .noTimeElapsed)))
    #expect(!meets(.notMeasured) && !meets(.failed(FailureKind("refused"), count: 1, rounds: 2)))
    let idle = Candidate(1, "1 user", nil, fault: .invalidLoad(.idleUsers(20, peak: 2)))
    #expect(!idle.isAlternative && choose([idle]).choice == nil)
  }

  @Test func openEndsReachEverything() {
    let open = Candidate(
      1,
      "1 user",
      .rate(.perSecond(5)),
      MetricInterval(lower: .rate(.perSecond(4)), upper: nil, confidence: 0.95)
    )
    let choice = choose([open, candidate(2, 100, within: 90...110)])
    #expect(choice.choice == 2 && choice.ties.map(\.choice) == [1])
  }

  @Test func thereIsNoneAmongNone() {
    let choice = choose([])
    #expect(choice.choice == nil && choice.candidates.isEmpty && choice.ties.isEmpty)
  }
}
