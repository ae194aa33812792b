// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct JudgeTests {
  @Test func looksBecomeRarer() {
    var count = 10
    var looks = 0
    while count < 1_000_000 {
      let next = Judge.look(after: count)
      #expect(next > count && next <= max(count + 1, count * 21 / 20))
      count = next
      looks += 1
    }
    #expect(looks < 300)
  }
}
