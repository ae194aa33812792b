// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct InversionSortTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func inversionsAreThoseOfAllPairs(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let keys = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      Int64.random(in: 0...9, using: &generator)
    }
    for tiesAreInverted in [false, true] {
      var expected: Set<[Int]> = []
      for (second, key) in keys.enumerated() {
        for first in 0..<second
        where key < keys[first] || tiesAreInverted && key == keys[first] {
          expected.insert([first, second])
        }
      }
      var sort = InversionSort(
        keys: keys,
        tiesAreInverted: tiesAreInverted,
        ordinals: Array(0..<expected.count)
      )
      sort.run()
      #expect(sort.inversions == expected.count, "seed \(seed)")
      #expect(Set(sort.picked.map { [$0.first, $0.second] }) == expected, "seed \(seed)")
      let order = keys.indices.sorted {
        (keys[$0], tiesAreInverted ? -$0 : $0) < (keys[$1], tiesAreInverted ? -$1 : $1)
      }
      #expect(sort.indices == order, "seed \(seed)")
    }
  }

  @Test func repeatedOrdinalsNameTheSamePair() {
    var sort = InversionSort(keys: [3, 1, 2], tiesAreInverted: false, ordinals: [1, 1])
    sort.run()
    #expect(sort.inversions == 2 && sort.picked.count == 2)
    #expect(sort.picked[0] == sort.picked[1])
  }

  @Test func nothingIsSorted() {
    var sort = InversionSort(keys: [], tiesAreInverted: true)
    sort.run()
    #expect(sort.indices == [] && sort.inversions == 0)
  }
}
