// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct HTTPFailureCausesTests {
  private static let answer = HTTPAnswer(status: 429, head: [], body: [])

  @Test(
    arguments: [
      (.address("x", "is wrong"), .address, "address of no use", "the address \"x\" is wrong"),
      (.noConnection(within: .seconds(5)), .timedOut, "timeout (no connection within 5 s)", nil),
      (.closedBeforeAnswer, .closed, "transport (connection closed before an answer)", nil),
      (.reset, .reset, "transport (connection reset)", nil),
      (
        .malformed(.chunkSize), .malformed,
        "invalid result (malformed answer: a chunk without its size)", nil
      ),
      (
        .bodyTooLarge(limit: 9), .tooLarge, "invalid result (body of more than 9 bytes)",
        "the body has more than 9 bytes; allow more by bodyLimit: of the target"
      ),
      (
        .status(answer, accepting: 200), .status, "throttled (status 429)",
        "status 429, accepted is 200"
      ),
      (.cancelled, .cancelled, "cancelled", nil),
    ] as [(HTTPFailure, HTTPFailure.Code, String, String?)]
  )
  func everyCauseHasItsKind(
    failure: HTTPFailure,
    code: HTTPFailure.Code,
    kind: String,
    text: String?
  ) {
    #expect(failure.code == code && "\(failure.failureKind)" == kind)
    #expect(failure.description == text ?? failure.failureKind.reason)
  }
}
