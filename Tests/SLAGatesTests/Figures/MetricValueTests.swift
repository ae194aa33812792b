// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct MetricValueTests {
  /// One of each unit.
  private static let all: [MetricValue] = [
    .duration(.milliseconds(1_500)), .share(0.5), .rate(.perSecond(3)), .count(4), .number(5.5),
    .slope(-0.25), .size(.kilobytes(6)),
  ]

  @Test func figuresAreReadByTheirUnit() {
    #expect(Self.all.map(\.duration) == [.milliseconds(1_500), nil, nil, nil, nil, nil, nil])
    #expect(Self.all.map(\.share) == [nil, 0.5, nil, nil, nil, nil, nil])
    #expect(Self.all.map(\.rate) == [nil, nil, .perSecond(3), nil, nil, nil, nil])
    #expect(Self.all.map(\.count) == [nil, nil, nil, 4, nil, nil, nil])
    #expect(Self.all.map(\.number) == [nil, nil, nil, nil, 5.5, -0.25, nil])
    #expect(Self.all.map(\.size) == [nil, nil, nil, nil, nil, nil, .kilobytes(6)])
  }

  @Test func magnitudesAreInSecondsPartsOfOneAndPerSecond() {
    #expect(Self.all.map(\.magnitude) == [1.5, 0.5, 3, 4, 5.5, -0.25, 6_000])
  }

  @Test(arguments: [
    (MetricValue.duration(.milliseconds(1_200)), "1200 ms"), (.duration(.seconds(2)), "2 s"),
    (.duration(.zero), "0 s"), (.duration(.microseconds(5)), "5 µs"),
    (.duration(.nanoseconds(1)), "1 ns"), (.duration(.seconds(90)), "90 s"),
    (.share(0.005), "0.5 %"), (.share(1), "100 %"), (.share(-0.07), "-7 %"), (.share(0), "0 %"),
    (.rate(.perSecond(90)), "90 /s"), (.rate(.perMinute(30)), "0.5 /s"), (.count(240), "240"),
    (.number(12.5), "12.5"), (.number(-3), "-3"), (.number(1e21), "1e+21"), (.slope(2), "2 /s"),
    (.slope(-0.5), "-0.5 /s"), (.size(.megabytes(64)), "64 MB"), (.size(.bytes(1_001)), "1001 B"),
  ])
  func descriptionIsExact(value: MetricValue, expected: String) {
    #expect("\(value)" == expected)
  }

  @Test func raisedKeepsTheUnit() {
    #expect(
      Self.all.map { $0.raised(by: 0.5) } == [
        .duration(.milliseconds(2_250)), .share(0.75), .rate(.perSecond(4.5)), .count(6),
        .number(8.25), .slope(-0.375), .size(.kilobytes(9)),
      ]
    )
    #expect(Self.all.map { $0.raised(by: -1).magnitude } == [0, 0, 0, 0, 0, 0, 0])
  }

  @Test func raisedCountsAndDurationsAreRounded() {
    #expect(MetricValue.count(3).raised(by: -0.5) == .count(2))
    #expect(MetricValue.duration(.nanoseconds(5)).raised(by: 0.25) == .duration(.nanoseconds(6)))
  }

  @Test func raisedOutOfRangeIsTheMost() {
    #expect(MetricValue.count(.max).raised(by: 1) == .count(.max))
    #expect(MetricValue.size(.bytes(.max)).raised(by: 1) == .size(.bytes(.max)))
    let longest = MetricValue.duration(.nanoseconds(Int64.max))
    #expect(longest.raised(by: 1) == longest)
    let fastest = MetricValue.rate(.perSecond(.greatestFiniteMagnitude))
    #expect(fastest.raised(by: 1) == fastest)
  }
}
