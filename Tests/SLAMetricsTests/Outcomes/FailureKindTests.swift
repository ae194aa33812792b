// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct FailureKindTests {
  private struct StatusError: Error {
    let code: Int
  }

  private struct SilentError: Error, CustomStringConvertible {
    var description: String { "" }
  }

  private enum Refusal: Error {
    case busy
  }

  @Test func reasonIsTheFirstLineThatSaysAnything() {
    #expect(FailureKind("\n  status 503 \r\nbody").reason == "status 503")
    #expect(FailureKind(" \n\t").reason == "unknown failure")
    #expect(FailureKind("").reason == "unknown failure")
  }

  @Test func longReasonsAreCutTo120Characters() {
    #expect(FailureKind(String(repeating: "x", count: 120)).reason.count == 120)
    let cut = FailureKind(String(repeating: "x", count: 121)).reason
    #expect(cut == String(repeating: "x", count: 119) + "…")
  }

  @Test func errorsAreCountedByWhatTheySay() {
    #expect(FailureKind(StatusError(code: 503)).reason == "StatusError(code: 503)")
    #expect(FailureKind(Refusal.busy).reason == "busy")
    #expect(FailureKind(SilentError()).reason == "SilentError")
    #expect(FailureKind(CancellationError()) == .cancelled)
    #expect("\(FailureKind.cancelled)" == "cancelled")
  }
}
