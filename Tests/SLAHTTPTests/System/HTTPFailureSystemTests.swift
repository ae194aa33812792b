// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct HTTPFailureSystemTests {
  @Test(
    arguments: [
      (.ECONNREFUSED, .refused, .transport), (.ENOENT, .refused, .transport),
      (.ECONNRESET, .reset, .transport), (.EPIPE, .reset, .transport),
      (.EHOSTUNREACH, .unreachable, .transport), (.ETIMEDOUT, .timedOut, .timeout),
      (.EMFILE, .exhausted, .other), (.EADDRNOTAVAIL, .exhausted, .other),
      (.EACCES, .transport, .transport),
    ] as [(POSIXErrorCode, HTTPFailure.Code, FailureCategory)]
  )
  func errorsOfTheSystemHaveKinds(
    error: POSIXErrorCode,
    code: HTTPFailure.Code,
    category: FailureCategory
  ) {
    let failure = HTTPFailure.system(error.rawValue)
    #expect(failure.code == code && failure.failureKind.category == category)
    #expect(!failure.failureKind.reason.isEmpty)
  }
}
