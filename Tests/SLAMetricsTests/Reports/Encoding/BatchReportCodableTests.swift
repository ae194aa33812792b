// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAMetrics

@Suite struct BatchReportCodableTests {
  private let report = BatchReport(
    .fixture("ingest", latencies: LoadReport.ramp(90), failures: ["full": 3]),
    itemCount: 100,
    failures: [
      FailedItems(
        kind: FailureKind(.throttled, reason: "status 429"),
        count: 3,
        examples: [
          .init(place: 4, item: "four", attempts: 3), .init(place: 7, item: "\u{1}", attempts: 1),
        ]
      )
    ],
    retries: ItemRetries(limit: 2, itemCounts: [1: 4, 2: 3], exhaustedCount: 3)
  )

  private func text(_ report: BatchReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try #require(String(data: try encoder.encode(report), encoding: .utf8))
  }

  private func decoded(_ text: String) throws -> BatchReport {
    try JSONDecoder().decode(BatchReport.self, from: Data(text.utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try decoded(try text(report)) == report)
    let plain = BatchReport(
      .fixture(latencies: [.seconds(1)]),
      itemCount: 1,
      failures: [],
      retries: ItemRetries(limit: 0, itemCounts: [:], exhaustedCount: 0)
    )
    #expect(try decoded(try text(plain)) == plain)
  }

  @Test func theFormIsAsDescribed() throws {
    let text = try text(report)
    #expect(
      text.hasPrefix(
        ##"{"failures":[{"category":"throttled","count":3,"examples":[{"attempts":3,"item":"four","place":4},"##
      )
    )
    #expect(text.contains(#""itemCount":100,"report":{"elapsedNanoseconds":"#))
    #expect(
      text.hasSuffix(
        #""retries":{"exhausted":3,"items":[{"count":4,"retries":1},{"count":3,"retries":2}],"limit":2},"schemaVersion":1}"#
      )
    )
  }

  @Test(arguments: [
    (#""itemCount":100"#, #""itemCount":3"#), (#""itemCount":100"#, #""itemCount":-1"#),
    (#""limit":2}"#, #""limit":1}"#), (#""limit":2}"#, #""limit":0}"#),
    (#"{"count":4,"retries":1}"#, #"{"count":4,"retries":2}"#),
    (#"{"count":4,"retries":1}"#, #"{"count":400,"retries":1}"#),
    (#"{"count":4,"retries":1}"#, #"{"count":9223372036854775807,"retries":1}"#),
    (#""category":"throttled","count":3"#, #""category":"throttled","count":1"#),
    (#""category":"throttled","count":3"#, #""category":"throttled","count":2"#),
    (#""place":4"#, #""place":100"#), (#""attempts":3"#, #""attempts":4"#),
    (#""attempts":3"#, #""attempts":0"#), (#""exhausted":3"#, #""exhausted":4"#),
    (#""limit":2},"schemaVersion":1"#, #""limit":2},"schemaVersion":2"#),
  ])
  func contradictionsAreRefused(part: String, replacement: String) throws {
    let whole = try text(report)
    let changed = whole.replacing(part, with: replacement)
    #expect(changed != whole)
    #expect(throws: DecodingError.self) { try decoded(changed) }
  }
}
