// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HistogramTests {
  /// A histogram of samples that ended one after another, at 1, 2, 3, … if they are timed.
  private func recorded(_ samples: [Int64], timedFrom end: Int64? = nil) -> Histogram {
    let recorder = WorkerHistogram(origin: 0)
    for (place, sample) in samples.enumerated() {
      if let end {
        recorder.record(from: end + Int64(place) - sample, to: end + Int64(place))
      } else {
        recorder.record(sample)
      }
    }
    return recorder.snapshot()
  }

  @Test func nothingRecordedIsNotZero() {
    let histogram = Histogram()
    #expect(histogram.count == 0 && histogram.mean == nil && histogram.bucketCounts.isEmpty)
  }

  @Test func meanRoundsToTheNearestNanosecond() {
    #expect(recorded([1, 2, 2]).mean == 2)  // 5/3 = 1.67
  }

  @Test func sumOfTheLongestDurationsDoesNotOverflow() {
    let histogram = recorded([Int64](repeating: .max, count: 10))
    #expect(histogram.mean == .max && histogram.maximum == .max)
    #expect(histogram.sum == 10 * Int128(Int64.max))
  }

  /// Every figure after a merge is that of one histogram fed with everything.
  @Test(arguments: [
    (3, 4), (8_000, 192), (8_000, 193), (9_000, 3), (3, 9_000), (9_000, 9_000), (0, 5), (5, 0),
  ])
  func mergedEqualsOneFedWithEverything(left: Int, right: Int) throws {
    let seed = UInt64(left * 31 + right)
    var generator = SplitMix64(seed: seed)
    let samples = (0..<(left + right)).map { _ in
      Int64.random(in: -5...10_000_000_000, using: &generator)
    }
    let whole = recorded(samples)
    var merged = recorded(Array(samples[..<left]))
    merged.merge(recorded(Array(samples[left...])))
    #expect(merged.count == whole.count && merged.sum == whole.sum, "seed \(seed)")
    #expect(merged.irregularities == whole.irregularities, "seed \(seed)")
    #expect(merged.bucketCounts == whole.bucketCounts, "seed \(seed)")
    #expect(Summary(merged) == Summary(whole), "seed \(seed)")
  }

  @Test(arguments: [10, 4_000, 9_000])
  func mergingIsAssociativeAndCommutative(size: Int) {
    let seed = UInt64(size)
    var generator = SplitMix64(seed: seed)
    // Two that are timed and one that is not.
    let parts = [1_000, nil, 90_000].map { end in
      recorded((0..<size).map { _ in Int64.random(in: 0...999, using: &generator) }, timedFrom: end)
    }
    func merged(_ order: [Int]) -> Histogram {
      order.reduce(into: Histogram()) { $0.merge(parts[$1]) }
    }
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(merged(order) == merged([0, 1, 2]), "\(order), seed \(seed)")
    }
    var (left, right) = (parts[0], parts[1])
    left.merge(parts[1])
    left.merge(parts[2])
    right.merge(parts[2])
    var other = parts[0]
    other.merge(right)
    #expect(left == other, "seed \(seed)")
  }

  @Test(arguments: [100, 9_000])
  func timedSamplesStayInOrderOfCompletion(size: Int) {
    // One ends at odd, one at even nanoseconds.
    let odd = WorkerHistogram(origin: 0)
    let even = WorkerHistogram(origin: 0)
    for end in stride(from: 0, to: Int64(2 * size), by: 2) {
      even.record(from: 0, to: end)
      odd.record(from: 0, to: end + 1)
    }
    var merged = odd.snapshot()
    merged.merge(even.snapshot())
    #expect(merged.firstCompletions.map(\.end) == (0..<16).map(Int64.init))
    #expect(merged.lastCompletions.map(\.end) == (2 * size - 16..<2 * size).map(Int64.init))
    if merged.isExact { #expect(merged.samples == (0..<Int64(2 * size)).map { $0 }) }
  }

  @Test func samplesWithoutTimesHaveNoCommonOrder() {
    var merged = recorded([5, 1])
    merged.merge(recorded([4, 2]))
    #expect(!merged.isOrdered && merged.samples == [1, 2, 4, 5])
  }
}
