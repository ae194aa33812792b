// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAGates

@Suite struct ExactNumberTests {
  @Test(
    arguments: [
      (60.0, "60"), (0.5, "0.5"), (1e21, "1e+21"), (0, "0"), (1.0 / 3, "0.3333333333333333"),
      (-2, "-2"), (1e-5, "1e-05"),
    ] as [(Double, String)]
  )
  func textHasNoTrailingZero(number: Double, expected: String) {
    #expect(ExactNumber.text(number) == expected)
  }

  @Test(
    arguments: [
      (0.0, "0"), (0.01, "1"), (0.005, "0.5"), (0.07, "7"), (0.95, "95"), (0.999, "99.9"),
      (1, "100"),
      (0.1, "10"), (0.29, "29"), (0.0035, "0.35"), (1e-5, "0.001"), (0.9999, "99.99"),
      (1e-7, "0.00001"), (1.25e-7, "0.0000125"), (-0.07, "-7"), (-1.5, "-150"),
      (12.3456, "1234.56"),
      // Written out to ten noughts, and no further.
      (1e-10, "0.00000001"), (1e-11, "1e-9"), (1.5e-300, "1.5e-298"),
      // 2⁵⁴, where the standard library begins to write exponents.
      (18_014_398_509_481_984, "1.8014398509481984e+18"), (1e21, "1e+23"),
      (9_007_199_254_740_991, "900719925474099100"),
    ] as [(Double, String)]
  )
  func percentMovesThePoint(share: Double, expected: String) {
    #expect(ExactNumber.percent(share) == expected)
    #expect(ExactNumber.share(percent: expected[...]) == share)
  }

  @Test func percentOfNoNumberIsItsName() {
    #expect(ExactNumber.percent(.nan) == "nan" && ExactNumber.percent(-.infinity) == "-inf")
  }

  @Test func percentReadsBackForAllTenThousandths() throws {
    for number in 0...10_000 {
      let share = Double(number) / 10_000
      let text = ExactNumber.percent(share)
      // number / 100 in two decimals, by integers.
      #expect(Double(text) == Double(number) / 100, "\(share) reads \(text)")
    }
  }

  /// Doubles of every size, by their bits, and shares with few digits.
  @Test func percentReadsBackForAnyDouble() {
    let seed: UInt64 = 0x5EED
    var generator = SplitMix64(seed: seed)
    let edges = [
      .leastNonzeroMagnitude, .leastNormalMagnitude, .ulpOfOne, 1 - .ulpOfOne / 2,
      .greatestFiniteMagnitude / 100, 0.07, 1e-5, 1e-7, 1e21, 1e22, 123e-25,
    ]
    let drawn = (0..<20_000).map { index in
      switch index % 3 {
      case 0: Double(bitPattern: generator.next())
      case 1: Double.random(in: -2...2, using: &generator)
      default: Double(Int.random(in: 0...999_999, using: &generator)) / 1e9
      }
    }
    // What has more than 307 digits in hundredths is no double.
    for share in edges + edges.map(-) + drawn
    where (share.magnitude * 100).isFinite {
      let text = ExactNumber.percent(share)
      #expect(
        ExactNumber.share(percent: text[...]) == share,
        "\(share) reads \(text) (seed \(seed))"
      )
    }
  }

  @Test(
    arguments: [
      ("5", 0.05), ("+5", 0.05), ("-5", -0.05), ("5e2", 5), ("5E-1", 0.005), ("5e+1", 0.5),
      (".5", 0.005), ("1e-999999", 0), ("0.07", 0.0007),
    ] as [(String, Double)]
  )
  func shareReadsHundredths(text: String, expected: Double) {
    #expect(ExactNumber.share(percent: text[...]) == expected)
  }

  @Test(arguments: [
    "", "e", "5e", "e5", "5e5e5", "x", "5 ", "--5", "nan", "inf", "0x10", "5e-", "5.5.5",
    "5e-9223372036854775808", "5e99999999999999999999",
  ])
  func whatIsNoNumberIsNoShare(text: String) {
    #expect(ExactNumber.share(percent: text[...]) == nil)
  }
}
