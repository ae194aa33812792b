// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct FailureCategoryTests {
  @Test func categoriesAreListedInOneOrder() {
    #expect(
      FailureCategory.all.map(\.description) == [
        "throttled", "rejected", "server error", "timeout", "transport", "cancelled",
        "invalid result", "other",
      ]
    )
    #expect(FailureCategory.all.shuffled().sorted() == FailureCategory.all)
  }

  @Test func namesReadBack() {
    for category in FailureCategory.all {
      #expect(FailureCategory(category.description) == category)
    }
    #expect(FailureCategory("Timeout") == nil && FailureCategory("") == nil)
  }
}
