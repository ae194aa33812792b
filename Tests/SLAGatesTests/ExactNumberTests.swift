// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAGates

@Suite struct ExactNumberTests {
  @Test(arguments: [
    (60.0, "60"), (0.5, "0.5"), (1e21, "1e+21"), (0, "0"), (1.0 / 3, "0.3333333333333333"),
  ])
  func textHasNoTrailingZero(number: Double, expected: String) {
    #expect(ExactNumber.text(number) == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (0.01, "1"), (0.005, "0.5"), (0.07, "7"), (0.95, "95"), (0.999, "99.9"), (1, "100"),
    (0.1, "10"), (0.29, "29"), (0.0035, "0.35"), (0.00001, "0.001"), (0.9999, "99.99"),
  ])
  func percentMovesThePoint(share: Double, expected: String) {
    #expect(ExactNumber.percent(share) == expected)
  }

  @Test func percentReadsBackForAllTenThousandths() throws {
    for number in 0...10_000 {
      let share = Double(number) / 10_000
      let text = ExactNumber.percent(share)
      // number / 100 in two decimals, by integers.
      #expect(Double(text) == Double(number) / 100, "\(share) reads \(text)")
    }
  }
}
