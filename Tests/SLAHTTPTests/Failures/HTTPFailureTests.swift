// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct HTTPFailureTests {
  @Test func wordsAreThoseOfTheKindUnlessThereIsMoreToSay() {
    let kind = FailureKind(.transport, reason: "lost")
    #expect(HTTPFailure(.transport, kind).description == "lost")
    #expect(
      HTTPFailure(.transport, kind, "lost in the kitchen").description == "lost in the kitchen"
    )
    #expect(FailureKind(HTTPFailure(.transport, kind)) == kind)
    #expect("\(HTTPFailure.Code.timedOut)" == "timedOut")
  }
}
