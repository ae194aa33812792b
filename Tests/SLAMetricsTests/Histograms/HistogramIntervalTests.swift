// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HistogramIntervalTests {
  @Test(arguments: [
    (3, 4), (100, 8_092), (100, 8_093), (9_000, 10), (9_000, 9_000), (0, 5), (5, 0),
  ])
  func intervalHoldsWhatCameSince(before: Int, after: Int) {
    let seed = UInt64(before * 31 + after)
    var generator = SplitMix64(seed: seed)
    let recorder = WorkerHistogram(origin: 0)
    func record(_ count: Int) -> [Int64] {
      let samples = (0..<count).map { _ in Int64.random(in: -9...1_000_000, using: &generator) }
      for sample in samples { recorder.record(sample) }
      return samples
    }
    let all = record(before)
    let earlier = recorder.snapshot()
    let added = record(after)
    let interval = recorder.snapshot().since(earlier)

    let measured = added.filter { $0 >= 0 }
    #expect(interval.count == measured.count, "seed \(seed)")
    #expect(interval.sum == measured.reduce(0) { $0 + Int128($1) }, "seed \(seed)")
    #expect(interval.irregularities.negative == added.count - measured.count, "seed \(seed)")
    #expect(interval.bucketCounts == [BucketCount](ofSorted: measured.sorted()), "seed \(seed)")
    if interval.isExact { #expect(interval.samples == measured, "seed \(seed)") }
    guard let least = measured.min(), let most = measured.max() else {
      #expect(Summary(interval) == nil)
      return
    }
    #expect(interval.minimum <= least && least - interval.minimum <= least / 1_024, "seed \(seed)")
    #expect(interval.maximum >= most && interval.maximum - most <= most / 1_024, "seed \(seed)")
    #expect(all.count == before)
  }

  @Test func intervalOfNothingNewIsEmpty() {
    let recorder = WorkerHistogram(origin: 0)
    recorder.record(7)
    let interval = recorder.snapshot().since(recorder.snapshot())
    #expect(interval.count == 0 && Summary(interval) == nil)
  }
}
