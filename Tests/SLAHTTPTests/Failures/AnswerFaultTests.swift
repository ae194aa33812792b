// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct AnswerFaultTests {
  /// A recorder tells 32 kinds of failure apart, and keeps 120 characters of each.
  @Test func faultsAreFewAndShort() {
    #expect(AnswerFault.allCases.count <= 20)
    for fault in AnswerFault.allCases {
      let reason = HTTPFailure.malformed(fault).failureKind.reason
      #expect(reason.hasSuffix(fault.rawValue) && reason.count <= 120)
    }
  }
}
