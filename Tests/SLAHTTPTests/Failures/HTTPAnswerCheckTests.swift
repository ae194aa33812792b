// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct HTTPAnswerCheckTests {
  private struct Own: Error {}
  private let answer = HTTPAnswer(status: 200, head: [], body: Array("soup".utf8))

  @Test func rightAnswersPass() throws {
    #expect(try answer.check("is soup") { $0.text == "soup" }.status == 200)
  }

  @Test func wrongAnswersAreInvalid() {
    let failure = #expect(throws: HTTPFailure.self) {
      try answer.check("has two pans") { $0.text.contains("pans") }
    }
    #expect(failure?.code == .invalid && failure?.answer?.text == "soup")
    #expect(failure?.failureKind == FailureKind(.invalidResult, reason: "not so: has two pans"))
    #expect(throws: Own.self) { try answer.check("throws") { _ in throw Own() } }
  }
}
