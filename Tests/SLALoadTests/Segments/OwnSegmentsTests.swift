// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct OwnSegmentsTests {
  /// Others used up the names, so that this worker knows none but the one that all share.
  @Test func furtherNamesAreOneSegmentOfAnOperation() throws {
    let names = SegmentNames()
    for number in 0..<SegmentNames.limit { _ = names.number(of: "\(number)", in: 0) }
    let ledgers = SegmentLedgers(.shared)
    let ledger = ledgers.take(names, .monotonic, seed: 0, isOneTask: true)
    defer { ledgers.giveBack(ledger) }
    let operation = ledger.begin(0)
    for name in ["a", "b", "c"] { operation.add(name, 5) }
    let finished = try #require(operation.finish(from: 0, to: 100, isRecorded: true))
    #expect(finished.ledger.pointee.own.times.segments.map(\.calls) == [3])
  }

  @Test func workersThatMeetNamesLateCountEachOperationOnce() async throws {
    let report = try await LoadTest("work", .users(8, requests: 2_000), execution: .blocking) {
      context in
      for part in ["a", "b"] { context.segment("\(part) \(context.iteration)") {} }
    }.run()
    #expect(report.segments.allSatisfy { $0.runCount <= 2_000 })
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(LoadReport.self, from: data).segments == report.segments)
  }
}
