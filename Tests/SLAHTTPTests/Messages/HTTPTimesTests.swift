// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HTTPTimesTests {
  @Test func partsAddUp() {
    var times = HTTPTimes()
    (times.connecting, times.waiting) = (.milliseconds(1), .milliseconds(20))
    times.receiving = .milliseconds(300)
    #expect(times.toFirstByte == .milliseconds(21) && times.total == .milliseconds(321))
    times.add(times)
    #expect(times.total == .milliseconds(642) && HTTPTimes().total == .zero)
  }
}
