// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct TimelineSuccessesTests {
  @Test func wholeIntervalsCountTheirSuccesses() {
    var timeline = Timeline()
    for (offset, failed) in [(10, false), (20, true), (150, false), (160, false), (310, false)] {
      timeline.record(1_000, endingAt: Int64(offset) * 1_000_000, failed: failed)
    }
    // The fourth interval, from 300 ms, is not whole at 399 ms.
    #expect(timeline.successes(in: .milliseconds(399)) == [1, 2, 0])
    #expect(timeline.successes(in: .milliseconds(400)) == [1, 2, 0, 1])
    #expect(timeline.successes(in: .milliseconds(650)) == [1, 2, 0, 1, 0, 0])
    #expect(timeline.successes(in: .zero).isEmpty)
  }
}
