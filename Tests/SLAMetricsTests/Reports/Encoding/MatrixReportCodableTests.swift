// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAMetrics

@Suite struct MatrixReportCodableTests {
  private var report: MatrixReport {
    var rows = [
      MatrixReport.Row("baseline", profile: "calm"), MatrixReport.Row("baseline", profile: "burst"),
      MatrixReport.Row("broken", profile: nil),
    ]
    rows[0].runs = [.fixture(latencies: LoadReport.ramp(5)), .fixture(failures: ["full": 2])]
    rows[1].runs = [.fixture(latencies: [.seconds(1)]).probed("pending", [0: 1], loadEnd: 5)]
    rows[2].faults = [FailureKind(.transport, reason: "port in use"), FailureKind("other")]
    return MatrixReport(rows)
  }

  private func text(_ report: MatrixReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try #require(String(data: try encoder.encode(report), encoding: .utf8))
  }

  private func decoded(_ text: String) throws -> MatrixReport {
    try JSONDecoder().decode(MatrixReport.self, from: Data(text.utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try decoded(try text(report)) == report)
    #expect(try decoded(try text(MatrixReport([]))) == MatrixReport([]))
  }

  @Test func theFormIsAsDescribed() throws {
    let text = try text(report)
    #expect(
      text.hasPrefix(
        #"{"rows":[{"configuration":"baseline","faults":[],"profile":"calm","runs":[{"#
      )
    )
    #expect(
      text.hasSuffix(
        #"{"configuration":"broken","faults":[{"category":"transport","reason":"port in use"},{"category":"other","reason":"other"}],"runs":[]}],"schemaVersion":1}"#
      )
    )
  }

  @Test(arguments: [
    (#""profile":"burst""#, #""profile":"calm""#),
    (#""category":"transport""#, #""category":"loss""#),
    (#""runs":[]}],"schemaVersion":1"#, #""runs":[]}],"schemaVersion":9"#),
    (#""faults":[],"#, ""),
  ])
  func contradictionsAreRefused(part: String, replacement: String) throws {
    let whole = try text(report)
    let changed = whole.replacing(part, with: replacement)
    #expect(changed != whole)
    #expect(throws: DecodingError.self) { try decoded(changed) }
  }
}
