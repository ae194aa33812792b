// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HeaderFieldsTests {
  @Test func linesAreWrittenInOrder() throws {
    var fields = HeaderFields()
    try fields.append(["A": "1", "b-C": "two words", "A": "ü"])
    #expect(String(decoding: fields.bytes, as: UTF8.self) == "A: 1\r\nb-C: two words\r\nA: ü\r\n")
    #expect(fields.contains("B-c") && fields.contains("a") && !fields.contains("d"))
  }

  @Test(arguments: ["", "a b", "a:", "a\r\nb", "ä", "a\0"])
  func namesAreTokens(name: String) {
    var fields = HeaderFields()
    let failure = #expect(throws: HTTPFailure.self) { try fields.append(name, "1") }
    #expect(failure?.code == .request && fields.bytes.isEmpty)
  }

  @Test(arguments: ["1\r\nEvil: 2", "1\n", "\r", "\0", "a\u{7F}", "\u{1B}[31m"])
  func valuesCannotEndTheLine(value: String) {
    var fields = HeaderFields()
    let failure = #expect(throws: HTTPFailure.self) { try fields.append("X-Name", value) }
    #expect(
      failure?.description
        == "the value of header X-Name must not have line ends or control characters"
    )
    #expect(fields.bytes.isEmpty)
  }

  @Test(arguments: ["Content-Length", "transfer-ENCODING"])
  func whatTheBodySaysIsLeftOut(name: String) {
    var fields = HeaderFields()
    let failure = #expect(throws: HTTPFailure.self) { try fields.append(name, "1") }
    #expect(failure?.description == "header \(name) must be left out: the body says it")
  }

  @Test(arguments: [0, 7, 10, 1_234_567_890, .max])
  func numbersAreDecimal(number: Int) {
    var bytes: [UInt8] = [0x41]
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "A\(number)")
  }
}
