// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct RateTests {
  @Test func ratesOfDifferentUnitsCompare() {
    #expect(Rate.perMinute(120) == .perSecond(2))
    #expect(Rate.perSecond(59.9) < .perSecond(60))
  }

  @Test func rateInATimeIsCountByTime() {
    #expect(Rate(5, in: .milliseconds(500)) == .perSecond(10))
    #expect(Rate(0, in: .seconds(1)) == .perSecond(0))
    #expect(Rate(5, in: .zero) == nil)
  }

  @Test func impossibleRatesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Rate.perSecond(-1) }
    await #expect(processExitsWith: .failure) { _ = Rate.perSecond(.nan) }
    await #expect(processExitsWith: .failure) { _ = Rate.perMinute(.infinity) }
  }
}
