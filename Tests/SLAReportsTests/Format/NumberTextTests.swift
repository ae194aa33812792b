// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAReports

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0"), (1, "1.00"), (41.234, "41.2"), (312, "312"), (999.4, "999"), (1_234.5, "1,234"),
    (12_000, "12,000"), (1_234_567, "1,234,567"), (0.0123, "0.0123"), (0.001, "0.00100"),
    (-41.234, "-41.2"), (-1_500, "-1,500"),
    // Each threshold and what rounds up to it: the digits stay three.
    (9.994, "9.99"), (9.996, "10.0"), (99.94, "99.9"), (99.96, "100"), (0.9996, "1.00"),
    (999.6, "1,000"),
  ])
  func threeSignificantDigits(number: Double, expected: String) {
    #expect(NumberText.significant(number) == expected)
  }

  @Test func moreDigitsWhereAskedFor() {
    #expect(NumberText.significant(300.0412, digits: 5) == "300.04")
    #expect(NumberText.significant(1, digits: 1) == "1")
  }

  @Test func countsAreGroupedAndNamed() {
    #expect(NumberText.count(12_291) == "12,291")
    #expect(NumberText.count(1, "operation") == "1 operation")
    #expect(NumberText.count(0, "operation") == "0 operations")
    #expect(NumberText.count(818_000, "file") == "818,000 files")
  }
}
