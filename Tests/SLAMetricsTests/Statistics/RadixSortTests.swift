// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 63, 64, 65, 1_000])
  func randomNumbersOfAnySizeAreSorted(count: Int) {
    for bits in stride(from: 1, through: 63, by: 4) {
      let seed = UInt64(count * 64 + bits)
      var generator = SplitMix64(seed: seed)
      let limit = Int64.max >> Int64(63 - bits)
      let values = (0..<count).map { _ in Int64.random(in: -limit...limit, using: &generator) }
      #expect(values.radixSorted() == values.sorted(), "seed \(seed)")
    }
  }

  @Test func negativeNumbersComeFirst() {
    let values = (0..<100).map { Int64($0.isMultiple(of: 2) ? $0 : -$0) } + [.min, .max, 0, -1]
    #expect(values.radixSorted() == values.sorted())
  }

  @Test func orderThatIsThereOrReversedIsSorted() {
    let values = (0..<5_000).map { Int64($0) * 1_000_003 }
    #expect(values.radixSorted() == values)
    #expect(Array(values.reversed()).radixSorted() == values)
  }

  @Test func equalElementsStay() {
    let values = [Int64](repeating: -7, count: 100)
    #expect(values.radixSorted() == values)
  }
}
