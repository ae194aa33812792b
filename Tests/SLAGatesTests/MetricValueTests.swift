// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct MetricValueTests {
  @Test func figuresAreReadByTheirUnit() {
    let values = [MetricValue.duration(.seconds(1)), .share(0.5), .rate(.perSecond(3))]
    #expect(values.map(\.duration) == [.seconds(1), nil, nil])
    #expect(values.map(\.share) == [nil, 0.5, nil])
    #expect(values.map(\.rate) == [nil, nil, .perSecond(3)])
  }

  @Test func descriptionsAreExact() {
    #expect("\(MetricValue.duration(.milliseconds(1_200)))" == "1200 ms")
    #expect("\(MetricValue.share(0.005))" == "0.5 %")
    #expect("\(MetricValue.rate(.perSecond(90)))" == "90 /s")
  }
}
