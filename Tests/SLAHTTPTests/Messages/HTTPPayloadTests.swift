// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAHTTP
import Testing

@Suite struct HTTPPayloadTests {
  @Test func bytesAndTypeAreThoseOfTheContent() {
    let literal: HTTPPayload = "ü"
    #expect(literal.bytes == [0xC3, 0xBC] && literal.type == "text/plain; charset=utf-8")
    #expect(HTTPPayload.text("a", type: "text/csv").type == "text/csv")
    let json = HTTPPayload.json(text: "{}")
    #expect(json.bytes == Array("{}".utf8) && json.type == "application/json")
    let data = HTTPPayload(Data([1, 2]))
    #expect(data.bytes == [1, 2] && data.type == "application/octet-stream")
    #expect(HTTPPayload([1], type: nil).type == nil)
  }
}
