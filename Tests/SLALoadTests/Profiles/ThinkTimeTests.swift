// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct ThinkTimeTests {
  @Test func constantsAreConstant() {
    var generator = SplitMix64(seed: 1)
    let time = ThinkTime(.seconds(1) ... .seconds(1))
    #expect((0..<10).allSatisfy { _ in time.next(using: &generator) == 1_000_000_000 })
    #expect("\(time)" == "thinking 1 s")
  }

  @Test func randomTimesAreWithinTheirBoundsAndSpread() {
    var generator = SplitMix64(seed: 2)
    let time = ThinkTime(.seconds(1) ... .seconds(3))
    let drawn = (0..<10_000).map { _ in time.next(using: &generator) }
    #expect(drawn.allSatisfy { (1_000_000_000...3_000_000_000).contains($0) })
    let mean = Double(drawn.reduce(0, +)) / 1e13
    #expect(abs(mean - 2) < 0.05)
    #expect("\(time)" == "thinking 1 s to 3 s")
  }

  @Test func negativeTimesTrap() async {
    await #expect(processExitsWith: .failure) { _ = ThinkTime(.seconds(-1) ... .seconds(1)) }
  }
}
