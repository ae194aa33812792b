// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HistogramLogEntryTests {
  private func entry(maximum: Duration?, counts: [(index: Int, count: Int)]) -> HistogramLog.Entry {
    HistogramLog.Entry(
      tag: "search.ok",
      start: .seconds(1),
      length: .seconds(2),
      maximum: maximum,
      buckets: counts.map { BucketCount(index: $0.index, count: $0.count) }
    )
  }

  @Test func emptyBucketsAreLeftOut() {
    let entry = entry(maximum: nil, counts: [(3, 1), (4, 0), (5, 2)])
    #expect(entry.counts.map(\.nanoseconds) == [3...3, 5...5])
    #expect(entry.count == 3)
  }

  @Test func maximumLiesInTheLastRange() {
    // Bucket 2,048 is 2,048...2,049 ns.
    #expect(
      entry(maximum: .nanoseconds(2_048), counts: [(2_048, 1)]).maximum == .nanoseconds(2_048)
    )
    for other: Duration? in [nil, .nanoseconds(2_047), .seconds(1), .seconds(-1)] {
      #expect(entry(maximum: other, counts: [(2_048, 1)]).maximum == .nanoseconds(2_049))
    }
  }

  @Test func nothingMeasuredHasNoMaximum() {
    #expect(entry(maximum: .seconds(1), counts: []).maximum == nil)
    #expect(entry(maximum: .seconds(1), counts: [(7, 0)]).maximum == nil)
    #expect(entry(maximum: nil, counts: []).count == 0)
  }

  @Test func sumOfCountsStopsAtTheLargestNumber() {
    #expect(entry(maximum: nil, counts: [(1, .max), (2, 1)]).count == .max)
  }

  @Test func timesAreWholeNanoseconds() {
    let entry = HistogramLog.Entry(
      tag: nil,
      start: .nanoseconds(1.6),
      length: .milliseconds(8.2),
      maximum: nil,
      buckets: []
    )
    #expect(entry.start == .nanoseconds(2))
    #expect(entry.length == .nanoseconds(8_200_000))
  }
}
