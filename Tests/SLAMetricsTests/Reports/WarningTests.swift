// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct WarningTests {
  @Test(arguments: [
    (
      Warning.negativeDurations(2),
      "2 negative duration(s), from a clock that stepped back or a negative value recorded, "
        + "are in no latency figure"
    ),
    (
      .fewerRequestsThanUsers(requests: 5, users: 16),
      "5 requests cannot keep 16 users busy; ask for several times as many requests as users"
    ),
    (
      .tooFewSamples(metric: "p95", count: 5, needed: 20),
      "p95 of 5 samples is no more than their maximum; it takes at least 20"
    ),
    (
      .failuresUnjudged(failed: 2, of: 240),
      "2 of 240 operations failed, and latency is judged on the others; "
        + "add a limit such as .errorRate <= 0.01"
    ),
  ])
  func warningsSayWhatToDo(warning: Warning, expected: String) {
    #expect("\(warning)" == expected)
  }
}
