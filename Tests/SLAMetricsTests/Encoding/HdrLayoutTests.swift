// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HdrLayoutTests {
  @Test func threeDigitsFromOneAreTheBucketsOfTheRecorder() throws {
    let layout = try #require(HdrLayout(digits: 3, lowest: 1, highest: UInt64(Int64.max)))
    #expect(layout.count == Bucket.count)
    for index in 0..<Bucket.count {
      let expected = Bucket.lowestValue(at: index)...Bucket.highestValue(at: index)
      guard layout.values(at: index) == expected else {
        Issue.record("\(index): \(layout.values(at: index)), expected \(expected)")
        return
      }
    }
  }

  private static let reaches: [(UInt32, UInt64, UInt64, Int)] = [
    // 2,048 counts reach 2,047; each doubling adds 1,024. 2^42 needs 31 doublings more, plus one.
    (3, 1, 2_047, 2_048), (3, 1, 2_048, 3_072),
    (3, 1, 1 << 42 - 1, 33 * 1_024), (3, 1, 1 << 42, 34 * 1_024),
    // One digit has 32 sub-buckets, none has 2; 1,000 is counted in units of 512.
    (1, 1, 31, 32), (1, 1, 32, 48), (0, 1, 1, 2), (0, 1, 2, 3), (3, 1_000, 1_048_575, 2_048),
    (5, 1, 262_143, 262_144),
  ]

  @Test(arguments: reaches)
  func countsReachTheHighestValue(digits: UInt32, lowest: UInt64, highest: UInt64, count: Int) {
    #expect(HdrLayout(digits: digits, lowest: lowest, highest: highest)?.count == count)
  }

  @Test(arguments: UInt32(0)...5)
  func rangesFollowEachOtherWithoutGap(digits: UInt32) throws {
    for lowest: UInt64 in [1, 1_000, 1 << 45] {
      let layout = try #require(
        HdrLayout(digits: digits, lowest: lowest, highest: UInt64(Int64.max))
      )
      // Up to 6 million counts: each is looked at in small layouts, every 1,500th in large ones.
      for index in stride(from: 1, to: layout.count, by: max(1, layout.count / 4_096)) {
        let (before, values) = (layout.values(at: index - 1), layout.values(at: index))
        guard before.upperBound + 1 == values.lowerBound else {
          Issue.record("\(values) follows \(before), lowest value \(lowest)")
          return
        }
      }
      #expect(layout.values(at: 0).lowerBound == 0)
      #expect(layout.values(at: layout.count - 1).upperBound == .max)
    }
  }

  private static let impossible: [(UInt32, UInt64, UInt64)] = [
    (6, 1, 100), (.max, 1, 100), (3, 0, 100), (3, 10, 9),
    (3, 1, 1 << 63), (3, 1, .max), (3, 1 << 53, 1 << 62), (5, 1 << 46, 1 << 62),
  ]

  @Test(arguments: impossible)
  func otherSettingsHaveNoLayout(digits: UInt32, lowest: UInt64, highest: UInt64) {
    #expect(HdrLayout(digits: digits, lowest: lowest, highest: highest) == nil)
  }
}
