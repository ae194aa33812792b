// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct BatchReportTests {
  private let report = BatchReport(
    .fixture("ingest", latencies: LoadReport.ramp(90), failures: ["full": 3, "odd": 1]),
    itemCount: 100,
    failures: [
      FailedItems(
        kind: FailureKind("odd"),
        count: 1,
        examples: [.init(place: 9, item: "a\n  b\(String(repeating: "x", count: 99))", attempts: 1)]
      ),
      FailedItems(
        kind: FailureKind("full"),
        count: 3,
        examples: [.init(place: 4, item: "four", attempts: 3)]
      ),
    ],
    retries: ItemRetries(limit: 2, itemCounts: [1: 4, 2: 3], exhaustedCount: 3)
  )

  @Test func countsAreThoseOfTheLoad() {
    #expect(report.processedCount == 94 && report.successCount == 90 && report.failureCount == 4)
    #expect(report.unprocessedCount == 6 && report.elapsed == .seconds(1))
    #expect(report.throughput == .perSecond(90))
    #expect(report.retries.itemCount == 7 && report.retries.retryCount == 10)
  }

  @Test func itReadsAsALine() {
    #expect(
      "\(report)"
        == "ingest: 100 items, 90 succeeded, 4 failed, 6 not processed, 10 retries of 7 items"
    )
  }

  @Test func theMostFrequentFailureComesFirst() {
    #expect(report.failures.map(\.count) == [3, 1])
    #expect(
      report.loadReport.warnings.map { "\($0)" } == [
        "items failed with full: #4 \"four\" after 3 attempts, …",
        "items failed with odd: #9 \"a   b\(String(repeating: "x", count: 74))…\"",
        """
        7 items were tried again, 10 times in all; 3 failed after the limit of 2; latencies have all attempts and \
        the waits between them
        """,
        "6 of 100 items were not processed; what is said of the others is not said of them",
      ]
    )
  }

  @Test func nothingIsSaidWhereNothingFailed() {
    let whole = BatchReport(
      .fixture("ingest", latencies: LoadReport.ramp(2)),
      itemCount: 2,
      failures: [],
      retries: ItemRetries(limit: 2, itemCounts: [:], exhaustedCount: 0)
    )
    #expect(whole.loadReport.warnings.isEmpty && whole.unprocessedCount == 0)
    #expect("\(whole)" == "ingest: 2 items, 2 succeeded")
  }
}
