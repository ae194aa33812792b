// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@testable import SLAReports

@Suite struct FigureTextTests {
  @Test(arguments: [
    (Duration.zero, "0 ns"), (.nanoseconds(80), "80.0 ns"), (.nanoseconds(999), "999 ns"),
    (.nanoseconds(1_000), "1.00 µs"), (.nanoseconds(1_004), "1.00 µs"),
    (.microseconds(999), "999 µs"), (.nanoseconds(999_499), "999 µs"),
    (.nanoseconds(999_501), "1.00 ms"),
    (.microseconds(41_234), "41.2 ms"), (.milliseconds(312), "312 ms"),
    (.microseconds(999_700), "1.00 s"), (.milliseconds(1_040), "1.04 s"),
    (.seconds(21_600), "21,600 s"),
  ])
  func durationsChangeUnitAtAThousand(duration: Duration, expected: String) {
    #expect(FigureText.duration(duration) == expected)
  }

  @Test func sharesAndRates() {
    #expect(FigureText.share(0.9211) == "92.1 %" && FigureText.share(0) == "0 %")
    #expect(FigureText.share(1) == "100 %" && FigureText.share(0.00417) == "0.417 %")
    #expect(FigureText.rate(.perSecond(99.58)) == "99.6 /s")
    #expect(FigureText.rate(.perSecond(0)) == "0 /s")
  }

  @Test func sizesChangeUnitAtAThousand() {
    #expect(FigureText.size(.bytes(0)) == "0 B" && FigureText.size(.bytes(999)) == "999 B")
    #expect(FigureText.size(.bytes(1_004)) == "1.00 kB")
    #expect(FigureText.size(.bytes(999_600)) == "1.00 MB")
    #expect(FigureText.size(.megabytes(59)) == "59.0 MB")
    #expect(FigureText.size(.megabytes(5_000_000)) == "5,000 GB")
  }

  @Test func onlyAllOfItIsAHundredPercent() {
    #expect(FigureText.share(0.99999) == "99.999 %" && FigureText.share(0.9996) == "99.96 %")
    #expect(FigureText.share(0.00001) == "0.00100 %")
  }

  /// A miss must never read like its limit.
  @Test(arguments: [
    (MetricValue.duration(.milliseconds(312)), MetricValue.duration(.milliseconds(300)), "312 ms"),
    (.duration(.microseconds(300_040)), .duration(.milliseconds(300)), "300.04 ms"),
    (.duration(.nanoseconds(300_000_001)), .duration(.milliseconds(300)), "300.000001 ms"),
    (.duration(.milliseconds(300)), .duration(.milliseconds(300)), "300 ms"),
    (.share(0.010_000_1), .share(0.01), "1.00001 %"),
    (.size(.kilobytes(64_001)), .size(.megabytes(64)), "64.001 MB"),
    (.rate(.perSecond(59.999)), .rate(.perSecond(60)), "59.999 /s"),
  ])
  func asManyDigitsAsItTakesToDifferFromTheLimit(
    value: MetricValue,
    limit: MetricValue,
    expected: String
  ) {
    #expect(FigureText.text(value, besideLimit: limit) == expected)
  }
}
