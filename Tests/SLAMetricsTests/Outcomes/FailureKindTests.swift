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

  @Test func controlCharactersDoNotReachTheTerminal() {
    #expect(FailureKind("\u{1B}[31mred\tstatus").reason == " [31mred status")
  }

  /// As Foundation prints a refused connection on Linux: the address must not make kinds of its own.
  @Test func foundationErrorsAreCountedByDomainAndCode() {
    struct Printed: Error, CustomStringConvertible {
      let description: String
    }
    let printed = Printed(
      description: """
        Error Domain=NSURLErrorDomain Code=-1004 "(null)"UserInfo={NSErrorFailingURLKey=http://a/24}
        """
    )
    #expect(FailureKind(printed).reason == "NSURLErrorDomain code -1004")
    let bare = Printed(description: "Error Domain=NSURLErrorDomain Code=-1004 \"(null)\"")
    #expect(FailureKind(bare) == FailureKind(printed))
    let said = Printed(description: "Error Domain=D Code=1 \"Too slow.\" UserInfo={x=y}")
    #expect(FailureKind(said).reason == "D code 1 \"Too slow.\"")
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
