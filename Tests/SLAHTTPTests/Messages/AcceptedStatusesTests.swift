// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import Testing

@Suite struct AcceptedStatusesTests {
  @Test(
    arguments: [
      (.success, [200, 204, 299], [199, 300, 404], "200 to 299"),
      (404, [404], [200, 403, 405], "404"),
      ([200, 404], [200, 404], [201, 0], "200 or 404"),
      (.range(300..<400), [300, 304, 399], [200, 400], "300 to 399"),
      (.any, [100, 200, 999], [99, 1_000], "100 to 999"),
      ([], [], [200], "none"),
    ] as [(AcceptedStatuses, [Int], [Int], String)]
  )
  func statusesAreAccepted(
    accepted: AcceptedStatuses,
    inside: [Int],
    outside: [Int],
    text: String
  ) {
    #expect(inside.allSatisfy { accepted.contains($0) })
    #expect(!outside.contains { accepted.contains($0) })
    #expect("\(accepted)" == text)
  }
}
