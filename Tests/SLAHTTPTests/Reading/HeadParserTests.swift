// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HeadParserTests {
  private func parse(
    _ lines: [String],
    isHead: Bool = false
  ) -> Result<(HeadParser, HeadParser.Framing), AnswerFault> {
    Result { () throws(AnswerFault) in
      var parser = HeadParser()
      for (number, line) in lines.enumerated() {
        try Array(line.utf8).withUnsafeBufferPointer { bytes throws(AnswerFault) in
          if number == 0 { try parser.readStatusLine(bytes) } else { try parser.readField(bytes) }
        }
      }
      return (parser, try parser.framing(isHead: isHead))
    }
  }

  @Test(
    arguments: [
      ("HTTP/1.1 200 OK", 200), ("HTTP/1.1 204", 204), ("HTTP/1.1 404 ", 404),
      ("HTTP/1.0 999 In der Küche", 999), ("HTTP/1.1 103 Early Hints", 103),
    ] as [(String, Int)]
  )
  func statusIsRead(line: String, status: Int) throws {
    #expect(try parse([line]).get().0.status == status)
  }

  @Test(
    arguments: [
      ("", AnswerFault.statusLine), ("HTTP/1.1", .statusLine), ("HTTP/1.1  200", .statusLine),
      ("HTTP/1.1 20 OK", .statusLine), ("HTTP/1.1 2000", .statusLine),
      ("HTTP/1.1 -20 OK", .statusLine), ("HTTP/1.1 099 OK", .statusLine),
      ("http/1.1 200 OK", .statusLine), ("HTTP/1,1 200 OK", .statusLine),
      ("HTTP/1.1 200 O\u{0}K", .statusLine), ("HTTP/2.0 200 OK", .version),
      ("HTTP/1.2 200 OK", .version), ("HTTP/1.1 101 Switching", .switching),
    ] as [(String, AnswerFault)]
  )
  func wrongStatusLines(line: String, fault: AnswerFault) {
    #expect(throws: fault) { try parse([line]).get() }
  }

  @Test(
    arguments: [
      (["Content-Length: 5"], HeadParser.Framing.length(5)),
      (["content-LENGTH:\t5 "], .length(5)),
      (["Content-Length: 5", "Content-Length: 5, 5"], .length(5)),
      (["Transfer-Encoding: Chunked"], .chunked),
      (["A:", "A: b", "X-y_z!: \u{E9}"], .untilClose),
      ([], .untilClose),
    ] as [([String], HeadParser.Framing)]
  )
  func framingIsTold(fields: [String], framing: HeadParser.Framing) throws {
    #expect(try parse(["HTTP/1.1 200 OK"] + fields).get().1 == framing)
  }

  @Test(
    arguments: [
      ([" folded"], AnswerFault.folding), (["\tfolded: 1"], .folding), (["no colon"], .fieldName),
      ([": 1"], .fieldName), (["a b: 1"], .fieldName), (["a : 1"], .fieldName),
      (["\u{0}: 1"], .fieldName), (["a: \u{0}"], .fieldValue), (["a: b\rc: d"], .fieldValue),
      (["Content-Length: -1"], .length), (["Content-Length: +1"], .length),
      (["Content-Length:"], .length), (["Content-Length: 1,"], .length),
      (["Content-Length: 0x10"], .length), (["Content-Length: 1 2"], .length),
      (["Content-Length: 1", "Content-Length: 2"], .lengths), (["Content-Length: 1, 2"], .lengths),
      (["Transfer-Encoding: gzip"], .encoding), (["Transfer-Encoding: gzip, chunked"], .encoding),
      (["Transfer-Encoding:"], .encoding),
      (["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], .encoding),
      (["Transfer-Encoding: chunked", "Content-Length: 1"], .lengthAndEncoding),
    ] as [([String], AnswerFault)]
  )
  func wrongFields(fields: [String], fault: AnswerFault) {
    #expect(throws: fault) { try parse(["HTTP/1.1 200 OK"] + fields).get() }
  }

  @Test func encodingNeedsVersionOne() {
    #expect(throws: AnswerFault.encodingVersion) {
      try parse(["HTTP/1.0 200 OK", "Transfer-Encoding: chunked"]).get()
    }
  }

  @Test(arguments: ["99999999999999999999999", "9223372036854775807", "18446744073709551617"])
  func hugeLengthsAreHuge(length: String) throws {
    guard
      case .length(let number) = try parse(["HTTP/1.1 200 OK", "Content-Length: \(length)"])
        .get().1
    else { return #expect(Bool(false)) }
    #expect(number > 1 << 55)
  }

  @Test func someAnswersHaveNoBody() throws {
    for status in [204, 304] {
      #expect(try parse(["HTTP/1.1 \(status) x", "Content-Length: 9"]).get().1 == .length(0))
    }
    #expect(try parse(["HTTP/1.1 200 x", "Content-Length: 9"], isHead: true).get().1 == .length(0))
  }

  @Test(
    arguments: [
      ("HTTP/1.1", [], true), ("HTTP/1.1", ["Connection: close"], false),
      ("HTTP/1.1", ["Connection: x, CLOSE"], false), ("HTTP/1.1", ["Connection: closed"], true),
      ("HTTP/1.0", [], false), ("HTTP/1.0", ["connection: Keep-Alive"], true),
      ("HTTP/1.0", ["connection: Keep-Alive, close"], false),
    ] as [(String, [String], Bool)]
  )
  func keepingTheConnectionIsTold(version: String, fields: [String], keepsAlive: Bool) throws {
    #expect(try parse(["\(version) 200 OK"] + fields).get().0.keepsAlive == keepsAlive)
  }
}
