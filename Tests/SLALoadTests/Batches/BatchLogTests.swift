// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct BatchLogTests {
  /// Which happen to fail first does not decide which are shown.
  @Test func theFirstItemsThatFailedAreTheExamples() {
    let log = BatchLog(.never)
    for place in (0..<100).reversed() {
      log.note(Attempts(.never), of: place, place > 2 ? CancellationError() : nil)
    }
    let items = (0..<100).map { "item \($0)" }
    let report = log.report(.fixture(failures: ["cancelled": 97]), of: items)
    #expect(report.failures.map(\.kind) == [.cancelled] && report.failures[0].count == 97)
    #expect(report.failures[0].examples.map(\.place) == [3, 4, 5, 6, 7])
    #expect(report.failures[0].examples.map(\.item).first == "item 3")
    #expect(report.retries == ItemRetries(limit: 0, itemCounts: [:], exhaustedCount: 0))
  }

  @Test func nothingIsNotedOfWhatSucceedsAtOnce() {
    let log = BatchLog(.upTo(3))
    log.note(Attempts(.upTo(3)), of: 0, nil)
    let report = log.report(.fixture(latencies: [.seconds(1)]), of: [1])
    #expect(report.failures.isEmpty && report.retries.itemCount == 0)
    #expect(report.retries.limit == 3 && report.loadReport.warnings.isEmpty)
  }
}
