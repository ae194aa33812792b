// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct SummaryIntervalTests {
  private func recorded(_ count: Int) throws -> Summary {
    let recorder = WorkerRecorder()
    for value in 1...count { recorder.record(.microseconds(value)) }
    return try #require(recorder.recording.latency)
  }

  @Test func tooFewSamplesLeaveASideOpen() throws {
    let interval = try recorded(10).interval(ofPercentile: 0.95)
    // 0.95^10 = 0.60 is more than 0.025: even the longest says nothing of how long the percentile may be.
    #expect(interval.upper == nil && interval.lower != nil && interval.confidence == 0.95)
  }

  @Test func intervalHoldsThePercentileAndNarrowsWithConfidence() throws {
    let summary = try recorded(1_000)
    let (wide, narrow) = (
      summary.interval(ofPercentile: 0.9, confidence: 0.99),
      summary.interval(ofPercentile: 0.9, confidence: 0.5)
    )
    let (wideLow, wideHigh) = (try #require(wide.lower), try #require(wide.upper))
    let (low, high) = (try #require(narrow.lower), try #require(narrow.upper))
    #expect(wideLow < low && low <= summary.p90 && summary.p90 <= high && high < wideHigh)
  }

  @Test func endsAreMovedOutwardsWherePercentilesAreNotExact() throws {
    let (exact, rough) = (
      try #require(Summary((1...20_000).map { .microseconds($0) })).interval(ofPercentile: 0.9),
      try recorded(20_000).interval(ofPercentile: 0.9)
    )
    #expect(try #require(rough.lower) <= #require(exact.lower))
    #expect(try #require(rough.upper) >= #require(exact.upper))
  }

  @Test(arguments: [100, 20_000])
  func shareAboveALimit(count: Int) throws {
    let summary = try recorded(count)
    #expect(summary.share(above: .zero) == 1 && summary.share(above: .seconds(1)) == 0)
    let tenth = Duration.microseconds(count / 10)
    let share = summary.share(above: tenth)
    // Never too low; too high by those that share a bucket with the limit, at most a thousandth of it.
    #expect(share >= 0.9 && share <= 0.9 + 0.0002)
    #expect(count > 8_192 || share == 0.9)
    #expect(summary.share(above: .nanoseconds(-1)) == 1)
  }
}
