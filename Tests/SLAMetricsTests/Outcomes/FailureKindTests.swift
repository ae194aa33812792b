// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct FailureKindTests {
  @Test func reasonIsTheFirstLineThatSaysAnything() {
    #expect(FailureKind("\n  status 503 \r\nbody").reason == "status 503")
    #expect(FailureKind(" \n\t").reason == "unknown failure")
    #expect(FailureKind("").reason == "unknown failure")
    #expect(FailureKind(.timeout, reason: " \n").reason == "timeout")
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    #expect(FailureKind("\u{1B}[31mred\tstatus").reason == " [31mred status")
  }

  @Test func longReasonsAreCutTo120Characters() {
    #expect(FailureKind(String(repeating: "x", count: 120)).reason.count == 120)
    let cut = FailureKind(.rejected, reason: String(repeating: "x", count: 121)).reason
    #expect(cut == String(repeating: "x", count: 119) + "…")
  }

  @Test func descriptionTellsTheCategoryWhereTheReasonDoesNot() {
    #expect("\(FailureKind.cancelled)" == "cancelled")
    #expect("\(FailureKind(.throttled, reason: "queue full"))" == "throttled (queue full)")
    #expect("\(FailureKind("queue full"))" == "queue full")
  }

  @Test func kindsOfDifferentCategoriesDiffer() {
    #expect(FailureKind(.timeout, reason: "x") != FailureKind(.transport, reason: "x"))
    #expect(FailureKind(.timeout) == .timeout && FailureKind.timeout.category == .timeout)
  }
}
