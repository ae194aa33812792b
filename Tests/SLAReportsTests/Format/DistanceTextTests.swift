// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@testable import SLAReports

@Suite struct DistanceTextTests {
  private static func most(_ value: MetricValue) -> Bound { .limit(.lessOrEqual, value) }
  private static func least(_ value: MetricValue) -> Bound { .limit(.greaterOrEqual, value) }

  @Test(arguments: [
    (MetricValue.duration(.milliseconds(125)), most(.duration(.milliseconds(100))), "25.0 % over"),
    (.duration(.milliseconds(199)), most(.duration(.milliseconds(100))), "99.0 % over"),
    (.duration(.milliseconds(200)), most(.duration(.milliseconds(100))), "2.00 × the limit"),
    (.duration(.milliseconds(5)), most(.duration(.zero)), "5.00 ms over"),
    (.share(0.25), most(.share(0.01)), "24.0 percentage points over"),
    (.rate(.perSecond(45)), least(.rate(.perSecond(60))), "25.0 % under"),
    (.rate(.perSecond(0)), least(.rate(.perSecond(60))), "0 × the limit"),
    (.count(3), most(.count(0)), "3 over"), (.number(4), most(.number(3)), "33.3 % over"),
    (.slope(2), most(.slope(0)), "2.00 /s over"),
    (
      .duration(.seconds(1)), .limit(.less, .duration(.seconds(1))),
      "exactly at the limit, which is excluded"
    ),
    (.size(.megabytes(80)), most(.size(.megabytes(64))), "25.0 % over"),
    (.size(.bytes(12)), most(.size(.bytes(0))), "12 B over"),
    (.count(1), .between(.count(2), .count(5)), "50.0 % under"),
    (.count(9), .between(.count(2), .count(5)), "80.0 % over"),
  ])
  func missIsInPercentThenAMultiple(value: MetricValue, bound: Bound, expected: String) {
    #expect(DistanceText.miss(of: value, bound) == expected)
  }

  @Test(arguments: [
    (
      MetricValue.duration(.milliseconds(76)), most(.duration(.milliseconds(100))),
      Optional("24.0 % margin")
    ),
    // 300 s / 1.03 s = 291.3.
    (.duration(.milliseconds(1_030)), most(.duration(.seconds(300))), "291× margin"),
    (.rate(.perSecond(90)), least(.rate(.perSecond(60))), "50.0 % margin"),
    (.rate(.perSecond(120)), least(.rate(.perSecond(60))), "2.00× margin"),
    (.share(0.005), most(.share(0.02)), "1.50 percentage points margin"),
    (.share(0), most(.share(0.02)), "2.00 percentage points margin"),
    (.number(1), most(.number(1)), "exactly at the limit"), (.count(0), most(.count(3)), nil),
  ])
  func marginIsInPercentThenAMultiple(value: MetricValue, bound: Bound, expected: String?) {
    #expect(DistanceText.margin(of: value, bound) == expected)
  }
}
