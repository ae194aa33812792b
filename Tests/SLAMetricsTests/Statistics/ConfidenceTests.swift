// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ConfidenceTests {
  @Test func allowedErrorIsTheDecimalThatWasWritten() {
    #expect(1 - 0.9 < 0.1)
    #expect(Confidence.allowedError(at: 0.9) >= 0.1)
    #expect(relativeError(Confidence.allowedError(at: 0.9), 0.1) < 2e-12)
    #expect(Confidence.allowedError(at: 0) >= 1)
  }

  @Test(arguments: [0, 0.5, 0.95, 0.999999])
  func sharesBelowOneAreConfidences(confidence: Double) {
    Confidence.require(confidence)
  }

  @Test func certaintyTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Confidence.require(1)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("confidence must be in 0..<1, as 0.95 (was 1.0)"))
  }

  @Test func notANumberTraps() async {
    await #expect(processExitsWith: .failure) { Confidence.require(.nan) }
  }
}
