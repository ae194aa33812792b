// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct TrapTests {
  @Test func conditionThatHoldsDoesNothing() {
    trap(unless: true, "never read")
  }

  /// In release builds too, where a `precondition` would say nothing.
  @Test func messageIsWritten() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      trap(unless: false, "users must not be negative (was -3)")
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Fatal error: users must not be negative (was -3)"))
  }
}
