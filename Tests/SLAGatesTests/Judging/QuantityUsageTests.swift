// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct QuantityUsageTests {
  private let exact = PeakMemory(exactly: .megabytes(50))
  private let sampled = PeakMemory(seen: .megabytes(50), bound: .megabytes(120))
  private let unseen = PeakMemory(seen: nil, bound: .megabytes(120))

  private func verdict(_ requirement: Requirement, _ memory: PeakMemory) -> Verdict {
    requirement.verdict(on: LoadReport.command(memory: [memory]))
  }

  @Test func figuresAreTheMeanTimeTheMostMemoryAndTheOutput() {
    let report = LoadReport.command(
      memory: [exact, PeakMemory(exactly: .megabytes(20))],
      outputs: [100, 300],
      failures: ["exit status 1": 1]
    )
    func observed(_ requirement: Requirement) -> MetricValue? {
      requirement.verdict(on: report).observed
    }
    // Of the fixture: 4 ms and 2 ms for each run.
    #expect(observed(.cpu <= .seconds(1)) == .duration(.milliseconds(6)))
    #expect(observed(.peakMemory <= .megabytes(64)) == .size(.megabytes(50)))
    #expect(observed(.outputSize <= .kilobytes(1)) == .size(.bytes(300)))
    #expect(observed(.outputSize >= .bytes(1)) == .size(.bytes(100)))
  }

  @Test func limitsAreKeptOrMissed() {
    #expect(verdict(.cpu <= .milliseconds(6), exact).status == .met)
    #expect(verdict(.cpu < .milliseconds(6), exact).status == .missed)
    #expect(verdict(.peakMemory <= .megabytes(50), exact).status == .met)
    #expect(verdict(.peakMemory < .megabytes(50), exact).status == .missed)
    #expect(verdict(.outputSize > .bytes(10), exact).status == .missed)
  }

  @Test func memoryThatWasSeenDecidesWithAWarningWhereTheBoundDoesNot() {
    let met = verdict(.peakMemory <= .megabytes(64), sampled)
    #expect(met.status == .met && met.observed == .size(.megabytes(50)))
    #expect(
      met.warnings == [.sampledMemory("run", seen: .megabytes(50), bound: .megabytes(120))]
    )
    let missed = verdict(.peakMemory <= .megabytes(49), sampled)
    #expect(missed.status == .missed && missed.warnings == [])
    // Within the bound there is no doubt.
    #expect(verdict(.peakMemory <= .megabytes(120), sampled).warnings == [])
    #expect(verdict(.peakMemory <= .megabytes(64), exact).warnings == [])
  }

  @Test func memoryThatWasNotSeenIsDecidedByItsBoundAlone() {
    #expect(verdict(.peakMemory <= .megabytes(120), unseen).status == .met)
    for requirement in [Metric.peakMemory <= .megabytes(119), .peakMemory >= .megabytes(1)] {
      let verdict = verdict(requirement, unseen)
      #expect(verdict.status == .undecided)
      #expect(verdict.indecision == .memoryNotSeen(bound: .megabytes(120), runs: 0, of: 1))
    }
  }

  @Test func oneRunThatWasSeenDecidesForNoOther() {
    func verdict(_ requirement: Requirement, _ memory: [PeakMemory]) -> Verdict {
      requirement.verdict(on: LoadReport.command(memory: memory))
    }
    let some = [sampled, unseen, unseen]
    let open = verdict(.peakMemory <= .megabytes(64), some)
    #expect(open.status == .undecided && open.warnings == [])
    #expect(open.indecision == .memoryNotSeen(bound: .megabytes(120), runs: 1, of: 3))
    #expect(verdict(.peakMemory >= .megabytes(51), some).status == .undecided)
    // Whatever the others had: the most is that at least, and no more than the bound.
    #expect(verdict(.peakMemory <= .megabytes(49), some).status == .missed)
    #expect(verdict(.peakMemory >= .megabytes(50), some).status == .met)
    #expect(verdict(.peakMemory <= .megabytes(120), some).status == .met)
    // The largest is known exactly.
    let exact = PeakMemory(exactly: .megabytes(200))
    #expect(verdict(.peakMemory <= .megabytes(200), [exact, unseen]).status == .met)
    #expect(verdict(.peakMemory <= .megabytes(64), [sampled, sampled]).status == .met)
  }

  @Test func whatIsNoCommandOrNeverSucceededHasNoFigure() {
    for requirement in [
      Metric.cpu <= .seconds(1), .peakMemory <= .megabytes(1), .outputSize <= .megabytes(1),
    ] {
      let none = requirement.verdict(on: LoadReport.fixture(latencies: [.seconds(1)]))
      #expect(none.status == .undecided && none.indecision == .noCommand)
      let failed = LoadReport.command(memory: [], failures: ["exit status 1": 2])
      #expect(requirement.verdict(on: failed).indecision == .nothingSucceeded(failed: 2))
    }
  }
}
