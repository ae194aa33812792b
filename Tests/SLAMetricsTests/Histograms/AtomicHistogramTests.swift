// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct AtomicHistogramTests {
  /// Shares a histogram, which cannot be copied, among tasks.
  private final class Shared: Sendable {
    let histogram = AtomicHistogram(origin: 0)
  }

  /// Log-uniform over the whole range of durations, with some that are none.
  private static func samples(_ count: Int, seed: UInt64) -> [Int64] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      Int64.random(
        in: -1...(.max >> Int64.random(in: 0...62, using: &generator)),
        using: &generator
      )
    }
  }

  /// The oracle is a sorted array, and the plain recorder fed by one thread.
  @Test(arguments: [1_000, 8_192, 8_193, 50_000])
  func manyThreadsLoseNothing(count: Int) async {
    let seed = UInt64(count)
    let samples = Self.samples(count, seed: seed)
    let shared = Shared()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for index in stride(from: task, to: count, by: 8) {
            shared.histogram.record(samples[index])
          }
        }
      }
    }
    let histogram = shared.histogram.snapshot()
    let plain = WorkerHistogram(origin: 0)
    for sample in samples { plain.record(sample) }
    let sorted = samples.filter { $0 >= 0 }.sorted()
    #expect(histogram.count == sorted.count, "seed \(seed)")
    #expect(histogram.bucketCounts == [BucketCount](ofSorted: sorted), "seed \(seed)")
    #expect(histogram.sum == sorted.reduce(0) { $0 + Int128($1) }, "seed \(seed)")
    #expect(histogram.minimum == sorted.first && histogram.maximum == sorted.last, "seed \(seed)")
    #expect(histogram.irregularities == plain.snapshot().irregularities, "seed \(seed)")
    #expect(Summary(histogram) == Summary(plain.snapshot()), "seed \(seed)")
  }

  @Test(arguments: [16, 5_000, 20_000])
  func oneThreadGivesWhatThePlainRecorderGives(count: Int) {
    let atomic = AtomicHistogram(origin: 3)
    let plain = WorkerHistogram(origin: 3)
    var generator = SplitMix64(seed: UInt64(count))
    for end in 0..<Int64(count) {
      let start = end * 1_000 - Int64.random(in: 0...100_000, using: &generator)
      atomic.record(from: start, to: end * 1_000)
      plain.record(from: start, to: end * 1_000)
    }
    #expect(atomic.snapshot() == plain.snapshot(), "seed \(count)")
    #expect(atomic.firstStart == plain.firstStart && atomic.lastEnd == plain.lastEnd)
  }

  @Test func noDurationIsDroppedAndNoneTraps() {
    let histogram = AtomicHistogram(origin: 0)
    histogram.record(-1)
    histogram.record(.min, count: 3)
    histogram.record(from: 10, to: 9)
    histogram.record(from: .min, to: .max)  // longer than Int64 can say
    histogram.record(.max)
    histogram.record(5, count: 0)
    let snapshot = histogram.snapshot()
    #expect(snapshot.irregularities == Irregularities(negative: 4, clockSteps: 1, beyondRange: 2))
    #expect(snapshot.count == 2 && snapshot.operationCount == 7)
    #expect(snapshot.sum == 2 * Int128(Int64.max))
  }

  /// A count is carried at 2^20, and what is given at once goes beyond 32 bits.
  @Test func countsOfAnySizeAreKept() async {
    let shared = Shared()
    shared.histogram.record(7, count: 8_192 + 1 << 20 - 100)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<1_000 { shared.histogram.record(7) } }
      }
    }
    shared.histogram.record(7, count: 1 << 40)
    let expected = 8_192 + 1 << 20 - 100 + 4_000 + 1 << 40
    #expect(shared.histogram.snapshot().count == expected)
    #expect(shared.histogram.snapshot().sum == 7 * Int128(expected))
  }

  /// Counts of nearly a unit each meet in one bucket, six times as many as 32 bits hold.
  @Test func unitsThatSeveralThreadsReachAtOnceAreAllCarried() async {
    let shared = Shared()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<6_000 { shared.histogram.record(7, count: 1 << 20 - 1) }
        }
      }
    }
    #expect(shared.histogram.snapshot().count == 24_000 * (1 << 20 - 1))
  }

  /// While others record, a snapshot never loses what an earlier one had, also where counts are carried.
  @Test func snapshotsGrowWhileOthersRecord() async {
    let shared = Shared()
    shared.histogram.record(7, count: 8_192 + 1 << 20 - 10_000)
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<3 {
        group.addTask {
          for index in 0..<20_000 { shared.histogram.record(task == 0 ? 7 : Int64(index)) }
        }
      }
      group.addTask {
        var last = 0
        for _ in 0..<200 {
          let snapshot = shared.histogram.snapshot()
          #expect(snapshot.count >= last && snapshot.count <= 8_192 + 1 << 20 + 50_000)
          #expect(snapshot.minimum <= snapshot.maximum)
          last = snapshot.count
        }
      }
    }
    #expect(shared.histogram.snapshot().count == 8_192 + 1 << 20 + 50_000)
  }

  @Test func memoryIsBoundedAndMadeWhenTouched() {
    let histogram = AtomicHistogram(origin: 0)
    #expect(histogram.byteCount < 10_000)
    for end in 0..<20_000 { histogram.record(from: 0, to: 1_000_000 + Int64(end * 400)) }
    // 8,192 exact samples of 12 bytes, and four powers of two of 4 KB.
    #expect(histogram.byteCount < 130_000)
    for bit in 0..<42 { histogram.record(from: 0, to: 1 << bit) }
    #expect(histogram.byteCount < 300_000)
  }
}
