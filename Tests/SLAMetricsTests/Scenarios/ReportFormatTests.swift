// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

/// The form that `docs/report-format.md` describes stays as it is.
@Suite struct ReportFormatTests {
  private func object(_ data: Data) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }

  private func encoded(_ report: LoadReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }

  @Test func theExampleOfTheDocumentIsWhatIsWritten() throws {
    let document = try ReportExample.document()
    let block = try #require(document.firstMatch(of: /(?s)```json\n(.*?)```/)).output.1
    let report = ReportExample.small
    let read = try JSONDecoder().decode(LoadReport.self, from: Data(block.utf8))
    #expect(read == report)
    #expect(try object(Data(block.utf8)) == object(JSONEncoder().encode(report)))
  }

  /// A mismatch leaves the new text beside the old one, in `report.json.new`.
  @Test func theFormIsTheOneThatWasPublished() throws {
    let text = try encoded(ReportExample.golden)
    let kept = try? String(contentsOf: ReportExample.goldenFile, encoding: .utf8)
    #expect(kept == text, "the form has changed: its readers have to be told")
    if kept != text {
      let file = ReportExample.goldenFile.appendingPathExtension("new")
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  @Test func thePublishedFormReadsBack() throws {
    let data = try Data(contentsOf: ReportExample.goldenFile)
    #expect(try JSONDecoder().decode(LoadReport.self, from: data) == ReportExample.golden)
  }

  /// Keys that a later version adds are no error.
  @Test func unknownKeysAreLeftOut() throws {
    let text = try encoded(ReportExample.small)
      .replacing("\"isSetUp\"", with: "\"color\" : [{}], \"isSetUp\"")
    #expect(text.contains("color"))
    let read = try JSONDecoder().decode(LoadReport.self, from: Data(text.utf8))
    #expect(read == ReportExample.small)
  }
}
