// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct DurationExactTextTests {
  @Test(arguments: [
    (Duration.zero, "0 s"), (.seconds(2), "2 s"), (.seconds(300), "300 s"),
    (.milliseconds(300), "300 ms"), (.milliseconds(1_200), "1200 ms"),
    (.microseconds(1_500), "1500 µs"), (.nanoseconds(1_000_001), "1000001 ns"),
    (.seconds(3600) + .nanoseconds(1), "3600000000001 ns"),
    (Duration(secondsComponent: 0, attosecondsComponent: 500_000_000), "0.5 ns"),
    (.milliseconds(-1_200), "-1200 ms"),
  ])
  func largestUnitOfWhichItIsAWholeNumber(duration: Duration, expected: String) {
    #expect(duration.exactText == expected)
  }
}
