// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct FixedPointTests {
  @Test(arguments: [
    (Int64(0), "0.000000000"), (1, "0.000000001"), (-1, "-0.000000001"),
    (999_999_999, "0.999999999"), (1_000_000_000, "1.000000000"),
    (.max, "9223372036.854775807"), (.min, "-9223372036.854775808"),
  ])
  func decimalsAreFixed(value: Int64, text: String) {
    #expect(FixedPoint.text(value, decimals: 9) == text)
  }

  @Test(arguments: [
    ("0", Int64(0)), ("7", 7_000), ("1.", 1_000), (".5", 500), ("0.127", 127), ("2.7699", 2_769),
    ("-0.25", -250), ("9223372036854775.807", .max), ("007", 7_000),
  ])
  func otherNumbersOfDecimalsAreRead(text: String, value: Int64) {
    #expect(FixedPoint.value(text[...], decimals: 3) == value)
  }

  @Test(arguments: [
    "", ".", "-", "-.", "1.2.3", "1e3", "NaN", "+1", "--1", "1 ", "0x1", "9223372036854775.808",
    "99999999999999999999", "é",
  ])
  func otherTextsAreNoNumbers(text: String) {
    #expect(FixedPoint.value(text[...], decimals: 3) == nil)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func numbersComeBack(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let value =
        Int64(bitPattern: generator.next() | 1) >> Int64.random(in: 0..<64, using: &generator)
      guard value != .min else { continue }
      let text = FixedPoint.text(value, decimals: 9)
      #expect(FixedPoint.value(text[...], decimals: 9) == value, "\(text), seed \(seed)")
    }
  }
}
