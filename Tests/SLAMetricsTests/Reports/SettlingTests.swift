// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct SettlingTests {
  @Test func outcomesAreSaid() {
    #expect(
      "\(Settling(limit: .seconds(5), duration: .microseconds(119_200)))"
        == "settled 120 ms after the load"
    )
    #expect("\(Settling(limit: .seconds(5), duration: nil))" == "not settled within 5 s")
  }
}
