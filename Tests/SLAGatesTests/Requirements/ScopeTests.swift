// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct ScopeTests {
  @Test func allOfAReportIsNoText() {
    #expect("\(Scope())" == "" && Scope().isWhole)
  }

  @Test func partsStandInTheirOrder() {
    #expect("\(Scope(.one("search")))" == " of search")
    #expect("\(Scope(.every))" == " of every operation")
    #expect("\(Scope(.all, phase: "burst"))" == " in phase burst")
    var scope = Scope(.every, phase: "the burst")
    scope.excludedFailures = [.throttled, .serverError]
    scope.excludedOperations = ["harvest_auto", "GET /"]
    #expect(
      "\(scope)"
        == " of every operation in phase \"the burst\""
        + " excluding harvest_auto, \"GET /\", throttled failures, server error failures"
    )
    #expect(!scope.isWhole)
  }

  @Test func namesThatAreWordsAreQuoted() {
    #expect("\(Scope(.one("every")))" == " of \"every\"")
    #expect("\(Scope(.one("a \"b\""), phase: "in"))" == #" of "a \"b\"" in phase "in""#)
  }
}
