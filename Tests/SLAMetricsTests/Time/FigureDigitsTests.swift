// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAMetrics

@Suite struct FigureDigitsTests {
  @Test(arguments: [
    (Duration.nanoseconds(0), "0.00 ns"), (.nanoseconds(7), "7.00 ns"),
    (.nanoseconds(999), "999 ns"), (.microseconds(9_994) / 1_000, "9.99 µs"),
    (.nanoseconds(9_996), "10.0 µs"), (.microseconds(49_940), "49.9 ms"),
    (.microseconds(99_960), "100 ms"), (.microseconds(999_600), "1.00 s"),
    (.seconds(1_234), "1234 s"), (.milliseconds(1_005), "1.00 s"),
  ])
  func durationsHaveThreeDigits(duration: Duration, text: String) {
    #expect(FigureDigits.duration(duration) == text)
  }

  @Test(arguments: [(0.974, "97 %"), (1, "100 %"), (-0.1, "0 %"), (2.5, "250 %")])
  func sharesAreInWholePercent(share: Double, text: String) {
    #expect(FigureDigits.percent(share) == text)
  }
}
