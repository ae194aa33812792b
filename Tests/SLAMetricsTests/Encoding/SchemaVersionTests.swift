// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

@Suite struct SchemaVersionTests {
  @Test func anotherVersionIsRefusedWithBothNumbers() throws {
    let text = String(decoding: try JSONEncoder().encode(Timeline()), as: UTF8.self)
    #expect(text.contains("\"schemaVersion\":1"))
    let later = text.replacingOccurrences(of: "\"schemaVersion\":1", with: "\"schemaVersion\":2")
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Timeline.self, from: Data(later.utf8))
    }
    #expect(
      "\(try #require(error))".contains(
        "the schema version is 2; this version of the library reads 1"
      )
    )
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Timeline.self, from: Data("{\"widthNanoseconds\":100000000}".utf8))
    }
  }
}
