// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct IrregularitiesTests {
  @Test func irregularitiesAddUp() {
    let left = Irregularities(negative: 1, clockSteps: 2, beyondRange: 3)
    let right = Irregularities(negative: 10, clockSteps: 20, beyondRange: 30)
    #expect(left + right == Irregularities(negative: 11, clockSteps: 22, beyondRange: 33))
    // Those beyond the range have a duration.
    #expect((left + right).unmeasured == 33)
  }
}
