// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct SegmentSampleTests {
  /// Operations that take 0, 1, 2, … ns, by keys of a seed.
  private func rows(_ range: Range<Int>, _ seed: UInt64) -> [SegmentSample.Row] {
    var random = SplitMix64(seed: seed &+ UInt64(range.lowerBound))
    return range.map { .init(key: random.next(), nanoseconds: Int64($0), selfTimes: [Int64($0)]) }
  }

  private func sample(_ rows: [SegmentSample.Row]) -> SegmentSample {
    rows.reduce(into: SegmentSample()) { $0.add($1) }
  }

  @Test func upToItsCapacityItIsEverything() {
    let kept = sample(rows(0..<1_000, 1)).kept
    #expect(kept.map(\.nanoseconds).sorted() == (0..<1_000).map { Int64($0) })
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func beyondItKeepsThoseOfTheSmallestKeysWhateverTheParts(seed: UInt64) {
    let all = rows(0..<5_000, seed) + rows(5_000..<9_000, seed)
    let expected = all.sorted { $0.key < $1.key }.prefix(SegmentSample.capacity)
    #expect(sample(all).kept == Array(expected), "seed \(seed)")
    var merged = SegmentSample()
    for part in [8_000..<9_000, 0..<1_200, 1_200..<8_000] {
      merged.merge(sample(Array(all[part])), places: [0])
    }
    #expect(merged == sample(all), "seed \(seed)")
  }

  /// Of 20,000 operations the slowest twentieth have 5 % of a sample: 50 of 1,000, with a deviation of 6.7.
  @Test(arguments: 0..<10 as Range<UInt64>) func slowAndQuickAreSampledAlike(seed: UInt64) {
    let slow = sample(rows(0..<20_000, seed)).kept.filter { $0.nanoseconds >= 19_000 }
    #expect((20...80).contains(slow.count), "seed \(seed): \(slow.count)")
  }

  @Test func segmentsOfOtherPartsFindTheirPlaces() {
    var merged = sample([.init(key: 1, nanoseconds: 9, selfTimes: [4, 5])])
    merged.merge(sample([.init(key: 2, nanoseconds: 7, selfTimes: [3, 0, 2])]), places: [1, 0, 3])
    #expect(merged.kept.map(\.selfTimes) == [[4, 5], [0, 3, 0, 2]])
  }
}
