// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SegmentReportCodableTests {
  private let report = LoadReport.segmented([("store", LoadReport.ramp(100)), ("retry", [])])

  private func encoded() throws -> String {
    let segment = try #require(report.segments.first)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(segment), as: UTF8.self)
  }

  private func decoded(_ text: String) throws -> SegmentReport {
    try JSONDecoder().decode(SegmentReport.self, from: Data(text.utf8))
  }

  @Test func segmentsReadBackWithoutLoss() throws {
    let data = try JSONEncoder().encode(report.segments)
    #expect(try JSONDecoder().decode([SegmentReport].self, from: data) == report.segments)
    #expect(report.segments.map { $0.time?.count } == [100, nil])
  }

  /// Other programs need neither histograms nor arithmetic.
  @Test func figuresStandThereInNanoseconds() throws {
    let text = try encoded()
    #expect(text.contains("\"schemaVersion\":1") && text.contains("\"p95Nanoseconds\":95000000"))
    #expect(text.contains("\"name\":\"store\"") && text.contains("\"share\":1"))
  }

  @Test(arguments: [
    ("\"schemaVersion\":1", "\"schemaVersion\":2"), ("\"share\":1", "\"share\":-1"),
    ("\"calls\":100", "\"calls\":99"), ("\"operationCount\":100", "\"operationCount\":99"),
    ("\"hasSeveralParents\":false", "\"hasSeveralParents\":true,\"parent\":\"a\""),
  ])
  func whatContradictsItselfIsRefused(found: String, replacement: String) throws {
    let text = try encoded()
    #expect(text.contains(found))
    let changed = text.replacingOccurrences(of: found, with: replacement)
    #expect(throws: DecodingError.self) { try decoded(changed) }
  }
}
