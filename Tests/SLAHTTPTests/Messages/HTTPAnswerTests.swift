// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HTTPAnswerTests {
  @Test func headersAreMadeOfTheLines() {
    let head = Array("A: 1\r\nb:two words\t \r\nA:\r\nc: \u{E9}:x\n".utf8)
    let answer = HTTPAnswer(status: 200, head: head, body: [])
    #expect(
      answer.headers == ["A": "1", "b": "two words", "A": "", "c": "\u{E9}:x"]
    )
    #expect(answer.header("B") == "two words" && answer.header("d") == nil)
  }

  @Test func answersAreMadeByHand() {
    let answer = HTTPAnswer(status: 404, headers: ["A": "1", "a": "2"], body: [0x41])
    #expect(answer.headers.values("A") == ["1", "2"] && "\(answer)" == "status 404, 1 bytes")
    #expect(answer.times == HTTPTimes() && !answer.isRetried)
  }

  @Test func textIsUTF8() {
    let answer = HTTPAnswer(status: 201, head: [], body: [0x41, 0xFF, 0xC3, 0xBC])
    #expect(answer.text == "A\u{FFFD}ü" && "\(answer)" == "status 201, 4 bytes")
    #expect(answer.headers.isEmpty)
  }
}
