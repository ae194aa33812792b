// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct DurationNanosecondsTests {
  @Test(
    arguments: [
      (Duration.zero, 0), (.nanoseconds(1), 1), (.milliseconds(1_200), 1_200_000_000),
      (.seconds(-2), -2_000_000_000), (.nanoseconds(-7), -7),
      // 1.4 ns and 1.9 ns round to the nearest, and so do their negatives.
      (Duration(secondsComponent: 0, attosecondsComponent: 1_400_000_000), 1),
      (Duration(secondsComponent: 0, attosecondsComponent: 1_900_000_000), 2),
      (Duration(secondsComponent: 0, attosecondsComponent: -1_400_000_000), -1),
      (Duration(secondsComponent: 0, attosecondsComponent: -1_900_000_000), -2),
      (Duration(secondsComponent: 0, attosecondsComponent: 999_999_999_999_999_999), 1_000_000_000),
      (.milliseconds(8.2), 8_200_000), (.seconds(1.1), 1_100_000_000),
      // Int64 holds 9,223,372,036.854775807 s.
      (.seconds(9_223_372_036), 9_223_372_036_000_000_000),
      (.seconds(9_223_372_037), .max), (.seconds(-9_223_372_037), .min),
      (.seconds(Int64.max), .max), (.seconds(Int64.min), .min),
    ] as [(Duration, Int64)]
  )
  func wholeNanosecondsRoundAndClamp(duration: Duration, expected: Int64) {
    #expect(duration.wholeNanoseconds == expected)
  }

  @Test func secondsKeepFractions() {
    #expect(Duration.milliseconds(1_250).inSeconds == 1.25)
    #expect(Duration.milliseconds(-250).inSeconds == -0.25)
  }

  @Test(
    arguments: [
      (5, 3, 2), (.min, 1, .min), (.max, -1, .max), (.min, .max, .min), (0, .min, .max),
      (-1, .min, .max),
    ] as [(Int64, Int64, Int64)]
  )
  func differencesSaturate(left: Int64, right: Int64, expected: Int64) {
    #expect(left.saturatingSubtract(right) == expected)
  }

  @Test(arguments: [(1, 2, 3), (Int64.max, 1, .max), (.min, -1, .min), (.max, -1, .max - 1)])
  func sumsSaturate(left: Int64, right: Int64, expected: Int64) {
    #expect(left.saturatingAdd(right) == expected)
  }
}
