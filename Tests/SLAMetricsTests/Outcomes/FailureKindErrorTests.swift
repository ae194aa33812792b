// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite struct FailureKindErrorTests {
  private struct StatusError: Error {
    let code: Int
  }

  private struct SilentError: Error, CustomStringConvertible {
    var description: String { "" }
  }

  private enum Refusal: Error {
    case busy
  }

  private struct UnexpectedStatus: Error, FailureKindConvertible {
    let status: Int
    var failureKind: FailureKind { FailureKind(status: status) }
  }

  private struct Answer: Decodable {
    let name: String
  }

  @Test func errorsAreCountedByWhatTheySay() {
    #expect(FailureKind(StatusError(code: 503)).reason == "StatusError(code: 503)")
    #expect(FailureKind(Refusal.busy) == FailureKind("busy"))
    #expect(FailureKind(SilentError()).reason == "SilentError")
  }

  @Test func errorsThatKnowTheirKindAreAsked() {
    #expect(FailureKind(UnexpectedStatus(status: 429)) == FailureKind(status: 429))
  }

  @Test func errorsOfTheLanguageHaveTheirCategory() {
    #expect(FailureKind(CancellationError()) == .cancelled)
    #expect(throws: FailureKind(.invalidResult, reason: "DecodingError.keyNotFound").asError) {
      do {
        _ = try JSONDecoder().decode(Answer.self, from: Data("{}".utf8))
      } catch {
        throw FailureKind(error).asError
      }
    }
  }

  @Test(
    arguments: [
      (.timedOut, .timeout), (.cancelled, .cancelled), (.cannotConnectToHost, .transport),
      (.networkConnectionLost, .transport), (.cannotFindHost, .transport),
      (.badServerResponse, .invalidResult), (.cannotParseResponse, .invalidResult),
      (.httpTooManyRedirects, .invalidResult), (.secureConnectionFailed, .transport),
      (.userAuthenticationRequired, .rejected),
    ] as [(URLError.Code, FailureCategory)]
  )
  func urlErrorsAreCountedByCodeWithoutTheAddress(code: URLError.Code, category: FailureCategory) {
    let here = URLError(code, userInfo: [NSLocalizedDescriptionKey: "http://a/24"])
    let there = URLError(code, userInfo: [NSLocalizedDescriptionKey: "http://a/25"])
    let expected = FailureKind(category, reason: "NSURLErrorDomain code \(code.rawValue)")
    #expect(FailureKind(here) == expected && FailureKind(there) == expected)
    #expect(FailureKind(NSError(domain: NSURLErrorDomain, code: code.rawValue)) == expected)
  }

  @Test(
    arguments: [
      (.ECONNREFUSED, .transport), (.EPIPE, .transport), (.EHOSTUNREACH, .transport),
      (.ETIMEDOUT, .timeout), (.ECANCELED, .cancelled),
    ] as [(POSIXErrorCode, FailureCategory)]
  )
  func errorsOfTheSystemHaveTheirCategory(code: POSIXErrorCode, category: FailureCategory) {
    #expect(FailureKind(POSIXError(code)).category == category)
  }

  @Test func otherErrorsOfTheSystemKeepTheirWords() {
    #expect(FailureKind(POSIXError(.ENOENT)).category == .other)
  }

  /// As Foundation prints its errors on Linux: the path must not make kinds of its own.
  @Test func foundationErrorsAreCountedByDomainAndCode() {
    struct Printed: Error, CustomStringConvertible {
      let description: String
    }
    let printed = Printed(
      description: "Error Domain=D Code=4 \"(null)\"UserInfo={NSFilePath=/a/24}"
    )
    #expect(FailureKind(printed).reason == "D code 4")
    #expect(
      FailureKind(Printed(description: "Error Domain=D Code=4 \"(null)\"")) == FailureKind(printed)
    )
    let said = Printed(description: "Error Domain=D Code=1 \"Too slow.\" UserInfo={x=y}")
    #expect(FailureKind(said).reason == "D code 1 \"Too slow.\"")
  }
}

extension FailureKind {
  /// The kind as an error, to compare it where an error is expected.
  fileprivate var asError: KindError { KindError(kind: self) }
}

private struct KindError: Error, Equatable {
  let kind: FailureKind
}
