// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ProbeReportEncodingTests {
  private func encoded(_ values: [Double]) throws -> Data {
    let readings = Dictionary(uniqueKeysWithValues: zip(0..., values))
    let report = LoadReport.fixture().probed("gauge", readings, loadEnd: 100)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(report)
  }

  private func values(_ data: Data) throws -> [Double] {
    try JSONDecoder().decode(LoadReport.self, from: data).probes[0].samples.map(\.value)
  }

  /// JSON has no such numbers; a reader that does not know the texts sees that they are none.
  @Test func numbersThatAreNotFiniteAreTexts() throws {
    let data = try encoded([1, .infinity, -.infinity, .nan])
    let text = String(decoding: data, as: UTF8.self)
    for value in ["1", "\"inf\"", "\"-inf\"", "\"nan\""] {
      #expect(text.contains("\"value\":\(value)}"))
    }
    let read = try values(data)
    #expect(read.dropLast() == [1, .infinity, -.infinity] && read[3].isNaN)
  }

  @Test func numbersReadBackToTheirLastBit() throws {
    let numbers = [
      0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 9_007_199_254_740_992,
    ]
    #expect(try values(encoded(numbers)).map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test(arguments: ["\"Infinity\"", "\"1\"", "null", "true", "[]", "{}", "1e999"])
  func whatIsNoNumberIsRefused(value: String) throws {
    let text = String(decoding: try encoded([1.25]), as: UTF8.self)
      .replacing("\"value\":1.25", with: "\"value\":\(value)")
    #expect(throws: DecodingError.self) { try values(Data(text.utf8)) }
  }
}
