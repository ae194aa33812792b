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
    #expect(FailureKind("\u{1B}[31mred\tstatus").reason == "[31mred status")
    #expect(FailureKind("\u{7}\u{1B}\nstatus 503").reason == "status 503")
  }

  /// What was written down is the same kind when it is read.
  @Test(arguments: [
    "\u{1B}[31mred\t", " \u{7} ", "\u{7}\u{301}", String(repeating: "\u{7}a ", count: 99),
  ])
  func reasonsThatWereKeptStayAsTheyAre(reason: String) {
    let kind = FailureKind(.rejected, reason: reason)
    #expect(FailureKind(.rejected, reason: kind.reason) == kind)
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
