// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct FailureKindStatusTests {
  @Test(
    arguments: [
      (429, .throttled), (408, .timeout), (504, .timeout), (400, .rejected), (404, .rejected),
      (499, .rejected), (500, .serverError), (503, .serverError), (599, .serverError),
      (200, .invalidResult), (302, .invalidResult), (600, .invalidResult), (-1, .invalidResult),
    ] as [(Int, FailureCategory)]
  )
  func statusesHaveTheirCategory(status: Int, category: FailureCategory) {
    let kind = FailureKind(status: status)
    #expect(kind.category == category && kind.reason == "status \(status)")
  }

  @Test func descriptionNamesBoth() {
    #expect("\(FailureKind(status: 503))" == "server error (status 503)")
  }
}
