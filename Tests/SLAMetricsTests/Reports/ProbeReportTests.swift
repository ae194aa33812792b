// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct ProbeReportTests {
  /// Readings by milliseconds since the start of a load of one second.
  private func probe(
    _ samples: [(Int, Double)],
    gaps: [(Int, Int)] = [],
    loadEnd: Int = 1_000
  ) -> ProbeReport {
    ProbeReport(
      "pending",
      samples: samples.map { .init(time: .milliseconds($0.0), value: $0.1) },
      gaps: gaps.map {
        .init(start: .milliseconds($0.0), end: .milliseconds($0.1), reason: "refused")
      },
      loadEnd: .milliseconds(loadEnd)
    )
  }

  /// The mean is of the readings during the load.
  @Test func readingsAreSummarized() {
    let probe = probe([(-10, 0), (500, 3), (1_000, 5), (1_100, 2)])
    #expect(probe.min == 0 && probe.max == 5 && probe.mean == 4 && probe.last == 2)
    #expect("\(probe)" == "pending: 4 readings, min 0, mean 4, max 5, last 2")
  }

  @Test func nothingReadIsNothingAndNoZero() {
    let probe = probe([], gaps: [(0, 1_000)])
    #expect(probe.min == nil && probe.max == nil && probe.mean == nil && probe.last == nil)
    #expect(probe.slope == nil && probe.share(above: 0) == nil && probe.drained(to: 0) == nil)
  }

  @Test func slopeIsThatOfLeastSquaresDuringTheLoad() throws {
    // Values 1, 3, 2, 5 at 0, 0.25, 0.5, 0.75 s: Σ(t − t̄)(v − v̄) = 0.6875 · 2 = 1.375, Σ(t − t̄)² = 0.3125.
    let probe = probe([(-500, 99), (0, 1), (250, 3), (500, 2), (750, 5), (1_500, 99)])
    #expect(abs(try #require(probe.slope) - 4.4) < 1e-12)
    #expect(self.probe([(0, 1), (2_000, 3)]).slope == nil)
  }

  @Test func shareIsOfTheTimeForWhichReadingsStand() {
    let probe = probe([(0, 0), (100, 5), (400, 1), (1_000, 0)])
    #expect(abs((probe.share(above: 0) ?? 0) - 0.9) < 1e-12)
    #expect(abs((probe.share(above: 1) ?? 0) - 0.3) < 1e-12)
    #expect(probe.share(above: 5) == 0)
    // From 100 to 400 ms nothing is known: 0.6 s of 0.7 s are above.
    let gap = self.probe([(0, 0), (100, 5), (400, 1), (1_000, 0)], gaps: [(200, 390)])
    #expect(abs((gap.share(above: 0) ?? 0) - 6.0 / 7) < 1e-12)
  }

  @Test func drainedWhenItStaysDown() {
    #expect(
      probe([(900, 5), (1_050, 2), (1_100, 0), (1_200, 0)]).drained(to: 0) == .milliseconds(100)
    )
    #expect(
      probe([(900, 5), (1_050, 0), (1_100, 1), (1_200, 0)]).drained(to: 0) == .milliseconds(200)
    )
    #expect(probe([(900, 0), (1_050, 0)]).drained(to: 0) == .zero)
    #expect(probe([(900, 5), (1_000, 0), (1_050, 0)]).drained(to: 0) == .zero)
  }

  @Test(
    arguments: [
      // readings, gaps, when it is known to have drained: not while nothing was known
      ([(260, 100), (1_740, 0), (1_900, 0)], [(280, 1_740)], 740),
      ([(900, 0), (1_740, 0), (1_900, 0)], [(950, 1_740)], 740),
      ([(900, 100), (1_740, 0), (1_900, 0)], [], 740),
      ([(1_050, 0), (1_100, 0)], [], 50),
      ([(900, 0), (1_050, 0), (1_300, 0), (1_400, 0)], [(1_100, 1_200)], 300),
      ([(700, 0), (900, 0), (1_050, 0)], [(750, 890)], 0),
      ([(900, 100), (1_050, 0), (1_500, 0)], [(1_100, 1_500)], 500),
    ] as [([(Int, Double)], [(Int, Int)], Int)]
  )
  func whatIsNotKnownCountsAsAbove(
    samples: [(Int, Double)],
    gaps: [(Int, Int)],
    drained: Int
  ) {
    #expect(probe(samples, gaps: gaps).drained(to: 0) == .milliseconds(drained))
  }

  @Test func notDrainedWithoutAReadingThatSaysSo() {
    #expect(probe([(900, 0)]).drained(to: 0) == nil)
    #expect(probe([(900, 0), (1_050, 1)]).drained(to: 0) == nil)
    #expect(probe([(1_050, 0)], gaps: [(1_100, 1_200)]).drained(to: 0) == nil)
    #expect(probe([(1_050, 3)]).drained(to: 5) == .milliseconds(50))
  }
}
