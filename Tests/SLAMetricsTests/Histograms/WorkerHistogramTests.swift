// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct WorkerHistogramTests {
  @Test func samplesStayExactUpToTheirCapacityAndInOrder() {
    let recorder = WorkerHistogram(origin: 0)
    let samples = (0..<8_192).map { Int64($0 * 7_919 % 8_192) }
    for sample in samples { recorder.record(sample) }
    #expect(recorder.snapshot().isExact && recorder.snapshot().samples == samples)
    recorder.record(5)
    let histogram = recorder.snapshot()
    #expect(!histogram.isExact && histogram.samples.isEmpty && histogram.count == 8_193)
    #expect(histogram.buckets.reduce(0) { $0 + $1.count } == 8_193)
  }

  @Test func noDurationIsDroppedAndNoneTraps() {
    let recorder = WorkerHistogram(origin: 0)
    recorder.record(-1)
    recorder.record(.min, count: 3)
    recorder.record(from: 10, to: 9)
    recorder.record(from: .min, to: .max)  // longer than Int64 can say
    recorder.record(.max)
    recorder.record(5, count: 0)
    let histogram = recorder.snapshot()
    #expect(
      histogram.irregularities == Irregularities(negative: 4, clockSteps: 1, beyondRange: 2)
    )
    #expect(histogram.count == 2 && histogram.operationCount == 7)
    #expect(histogram.sum == 2 * Int128(Int64.max))
  }

  @Test func countsBeyond32BitsAreKept() {
    let recorder = WorkerHistogram(origin: 0)
    recorder.record(1_000_000, count: 1 << 40)
    for _ in 0..<3 { recorder.record(1_000_000) }
    let histogram = recorder.snapshot()
    #expect(histogram.count == 1 << 40 + 3)
    #expect(histogram.sum == Int128(1_000_000) * Int128(1 << 40 + 3))
    #expect(histogram.minimum == 1_000_000 && histogram.maximum == 1_000_000)
  }

  @Test func runIsFromTheFirstStartToTheLastEnd() {
    let recorder = WorkerHistogram(origin: 50)
    #expect(recorder.firstStart == nil && recorder.lastEnd == nil && recorder.isTimed)
    recorder.record(from: 90, to: 100)
    recorder.record(from: 70, to: 120)
    recorder.record(from: 105, to: 110)
    #expect(recorder.firstStart == 70 && recorder.lastEnd == 120 && recorder.isTimed)
    #expect(
      recorder.snapshot().samples == [10, 5, 50] && recorder.snapshot().ends == [100, 110, 120]
    )
    recorder.record(1)
    #expect(!recorder.isTimed && recorder.snapshot().ends.isEmpty)
  }
}
