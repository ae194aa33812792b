// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct CompletionTests {
  @Test func completionsAreInOrderOfTheirEndThenOfTheirDuration() {
    let early = Completion(end: 1, nanoseconds: 9)
    let short = Completion(end: 2, nanoseconds: 3)
    let long = Completion(end: 2, nanoseconds: 4)
    #expect([long, short, early].sorted() == [early, short, long])
  }
}
