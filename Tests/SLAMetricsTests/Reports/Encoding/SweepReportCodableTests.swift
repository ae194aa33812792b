// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAMetrics

@Suite struct SweepReportCodableTests {
  private let report = SweepReport(
    "GET /health",
    [
      SweepReport.Step(
        users: 10,
        runs: [
          .fixture(latencies: LoadReport.ramp(100)), .fixture(latencies: LoadReport.ramp(102)),
        ]
      ),
      SweepReport.Step(users: 25, runs: [.fixture(failures: ["full": 2])]),
      SweepReport.Step(users: 50),
    ]
  )

  private func text(_ report: SweepReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try #require(String(data: try encoder.encode(report), encoding: .utf8))
  }

  private func decoded(_ text: String) throws -> SweepReport {
    try JSONDecoder().decode(SweepReport.self, from: Data(text.utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try decoded(try text(report)) == report)
    #expect(try decoded(try text(SweepReport("none", []))) == SweepReport("none", []))
  }

  @Test func theFormIsAsDescribed() throws {
    let text = try text(report)
    #expect(
      text.hasPrefix(#"{"name":"GET \/health","schemaVersion":1,"steps":[{"highestPerSecond":"#)
    )
    #expect(text.contains(#""throughputPerSecond":101,"users":10}"#))
    #expect(text.hasSuffix(#"{"runs":[],"users":50}]}"#))
  }

  @Test(arguments: [
    (#""users":25"#, #""users":10"#), (#""users":50"#, #""users":0"#),
    (#""users":50"#, #""users":-9"#),
    (#"health","schemaVersion":1"#, #"health","schemaVersion":7"#),
  ])
  func contradictionsAreRefused(part: String, replacement: String) throws {
    let whole = try text(report)
    let changed = whole.replacing(part, with: replacement)
    #expect(changed != whole)
    #expect(throws: DecodingError.self) { try decoded(changed) }
  }
}
