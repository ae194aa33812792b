// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct WarningTests {
  @Test(
    arguments: [
      (
        Warning.negativeDurations(2),
        "2 durations were negative, by a clock that stepped back or a value recorded so, "
          + "and are in no latency figure"
      ),
      (
        .negativeDurations(1),
        "1 duration was negative, by a clock that stepped back or a value recorded so, "
          + "and is in no latency figure"
      ),
      (
        .fewerRequestsThanUsers(requests: 5, users: 16),
        "5 requests cannot keep 16 users busy; ask for several times as many requests as users"
      ),
      (
        .requestsNotMade(4, of: 40),
        "only 4 of 40 requests were made; an operation must not cancel the task that runs it"
      ),
      (
        .idleUsers(16, peak: 2),
        "at most 2 of 16 users ran at once; operations that block a thread or compute share "
          + "as many threads as there are cores"
      ),
      (
        .tooFewSamples(metric: "p95", count: 5, needed: 20),
        "p95 of 5 samples is just the longest; it takes at least 20"
      ),
      (
        .tooFewSamples(metric: "p95", count: 1, needed: 20),
        "p95 of 1 sample is that one; it takes at least 20"
      ),
      (
        .failuresNotAllowed,
        "no requirement says how many operations may fail, so none may; "
          + "add one such as .errorRate <= 0.01 to allow some"
      ),
    ] as [(Warning, String)]
  )
  func warningsSayWhatToDo(warning: Warning, expected: String) {
    #expect("\(warning)" == expected)
  }
}
