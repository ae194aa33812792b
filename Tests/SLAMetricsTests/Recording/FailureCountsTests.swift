// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct FailureCountsTests {
  @Test func kindsAreBoundedAndNoFailureIsLost() {
    var counts = FailureCounts()
    for number in 0..<100 {
      counts.add(FailureKind("kind \(number)"))
      counts.add(FailureKind("kind 0"))
    }
    #expect(counts.byKind.count == FailureCounts.kindLimit + 1)
    #expect(counts.byKind[.furtherKinds] == 100 - FailureCounts.kindLimit)
    #expect(counts.byKind[FailureKind("kind 0")] == 101)
    #expect(counts.byKind.values.reduce(0, +) == 200)
  }
}
