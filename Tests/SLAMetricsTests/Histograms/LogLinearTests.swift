// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LogLinearTests {
  @Test(arguments: [7, 10, 26])
  func smallNumbersAreTheirOwnCode(bits: Int) {
    for number in [0, 1, 2, (Int64(2) << Int64(bits)) - 1] {
      #expect(LogLinear.code(number, bits: bits) == Int(number))
      #expect(LogLinear.lowestValue(Int(number), bits: bits) == number)
    }
  }

  @Test(arguments: [7, 10, 26])
  func codesAscendWithTheirNumbersAndLoseAtMostTheirShare(bits: Int) {
    let seed = UInt64(bits)
    var generator = SplitMix64(seed: seed)
    let numbers = (0..<2_000).map { _ in
      Int64.random(in: 0...(.max >> Int64.random(in: 0...62, using: &generator)), using: &generator)
    }.sorted()
    for (lower, upper) in zip(numbers, numbers.dropFirst()) {
      #expect(
        LogLinear.code(lower, bits: bits) <= LogLinear.code(upper, bits: bits),
        "seed \(seed)"
      )
    }
    for number in numbers {
      let lowest = LogLinear.lowestValue(LogLinear.code(number, bits: bits), bits: bits)
      #expect(
        lowest <= number && number - lowest <= number >> Int64(bits),
        "\(number), seed \(seed)"
      )
    }
  }

  /// The end of a sample is kept so: any time there is must fit.
  @Test func everyTimeFitsIn32BitsOfWhich26FollowTheLeadingOne() {
    #expect(LogLinear.code(.max, bits: 26) <= Int(UInt32.max))
  }
}
