// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct CompletionOrderTests {
  @Test func seriesIsInTheOrderGiven() throws {
    let summary = try #require(Summary([.seconds(3), .seconds(1), .seconds(2)]))
    #expect(summary.series == [.seconds(3), .seconds(1), .seconds(2)])
    #expect(summary.first(2) == [.seconds(3), .seconds(1)] && summary.last(1) == [.seconds(2)])
    #expect(summary.first(9) == summary.series && summary.last(9) == summary.series)
  }

  @Test func degradationComparesTheEnds() throws {
    let summary = try #require(Summary((1...100).map { .milliseconds($0) }))
    let degradation = try #require(summary.degradation())
    // Means of 1...10 and of 91...100 ms.
    #expect(degradation.firstMean == 5_500_000 && degradation.lastMean == 95_500_000)
    #expect(try #require(degradation.share) == 90 / 5.5)
  }

  @Test func orderOfUntimedMergedRecordingsIsNotKnown() throws {
    let (one, other) = (WorkerRecorder(), WorkerRecorder())
    one.record(.seconds(1))
    other.record(.seconds(2))
    let summary = try #require(one.recording.merging(other.recording).latency)
    #expect(summary.series == nil && summary.first(1) == nil && summary.degradation() == nil)
  }

  @Test func untimedSamplesBeyondTheExactOnesHaveNoEnds() throws {
    let recorder = WorkerRecorder()
    for _ in 0..<9_000 { recorder.record(.seconds(1)) }
    let summary = try #require(recorder.recording.latency)
    #expect(summary.first(10) == nil && summary.last(10) == nil)
  }

  @Test func noDurationsAtAllTrap() async {
    await #expect(processExitsWith: .failure) { _ = Summary([.seconds(1)])?.first(0) }
  }
}
