// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct MitigationTests {
  private let before = LoadReport.segmented([
    ("lock_wait", [.microseconds(40_650)]), ("gone", [.milliseconds(1)]),
  ])
  private let after = LoadReport.segmented([
    ("lock_wait", [.microseconds(770)]), ("new", [.milliseconds(2)]),
  ])

  /// The lock of the report 004: 40.65 ms before, 0.77 ms after, 98.1 % less.
  @Test func segmentsStandSideBySide() throws {
    let mitigation = after.compared(to: before)
    #expect(mitigation.rows.map(\.segment) == [nil, "lock_wait", "new", "gone"])
    let change = try #require(mitigation["lock_wait"]?.change)
    #expect((change * 1_000).rounded() == -981)
    #expect(mitigation["new"]?.before == nil && mitigation["new"]?.change == nil)
    #expect(mitigation["gone"]?.after == nil && mitigation["gone"]?.before == .milliseconds(1))
    #expect(mitigation.rows[0].after == .microseconds(2_770))
  }

  @Test func operationsThatAreGoneComeLast() {
    let other = LoadReport.segmented([("part", [.milliseconds(1)])], of: "other")
    let rows = other.compared(to: before).rows
    #expect(rows.map(\.operation) == ["other", "other", "ingest", "ingest", "ingest"])
    #expect(rows.allSatisfy { $0.change == nil })
  }

  @Test func itReadsBack() throws {
    let mitigation = after.compared(to: before)
    let data = try JSONEncoder().encode(mitigation)
    #expect(try JSONDecoder().decode(Mitigation.self, from: data) == mitigation)
    let text = String(decoding: data, as: UTF8.self)
      .replacingOccurrences(of: "\"schemaVersion\":1", with: "\"schemaVersion\":0")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Mitigation.self, from: Data(text.utf8))
    }
  }
}
