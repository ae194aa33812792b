// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct AnswerReaderTests {
  private func read(
    _ pieces: [[UInt8]],
    isHead: Bool = false,
    bodyLimit: Int = 1 << 20
  ) throws(HTTPFailure) -> RawAnswer {
    var source = Pieces(pieces)
    return try AnswerReader(bodyLimit: bodyLimit).read(from: &source, isHead: isHead)
  }

  private static let good: [(answer: String, status: Int, body: String, keepsAlive: Bool)] = [
    ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello", true),
    ("HTTP/1.1 200 OK\nContent-Length: 2\n\nok", 200, "ok", true),
    ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "", true),
    ("HTTP/1.1 204 No\r\n\r\n", 204, "", true),
    ("HTTP/1.1 304 No\r\nContent-Length: 9\r\nETag: x\r\n\r\n", 304, "", true),
    ("HTTP/1.1 200 OK\r\n\r\nuntil the end", 200, "until the end", false),
    ("HTTP/1.0 200 OK\r\n\r\n", 200, "", false),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3\r\nabc\r\n0A;x=\"y\"\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n",
      200, "abc0123456789", true
    ),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00\r\n\r\n", 200, "", true),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "00000000000000004\r\nsoup\r\n0\r\n\r\n", 200, "soup", true
    ),
    (
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"
        + "HTTP/1.1 201 Created\r\nContent-Length: 1\r\nConnection: close\r\n\r\n1",
      201, "1", false
    ),
  ]

  @Test(arguments: good.indices)
  func answersAreReadHoweverTheyAreCut(number: Int) throws {
    let (answer, status, body, keepsAlive) = Self.good[number]
    let bytes = Array(answer.utf8)
    for cut in 0...bytes.count {
      let raw = try read([Array(bytes[..<cut]), Array(bytes[cut...])])
      #expect(raw.status == status && raw.keepsAlive == keepsAlive)
      #expect(String(decoding: raw.body, as: UTF8.self) == body, "cut at \(cut)")
    }
    #expect(try read(bytes.map { [$0] }) == read([bytes]))
  }

  @Test func endsOfAnswersThatAreCutShortAreSaid() {
    for (answer, _, _, keepsAlive) in Self.good where keepsAlive {
      let bytes = Array(answer.utf8)
      for end in bytes.indices {
        let failure = #expect(throws: HTTPFailure.self) { try read([Array(bytes[..<end])]) }
        #expect(failure?.code == .closed, "\(answer) until \(end): \(String(describing: failure))")
        let isFirst = failure?.failureKind.reason == "connection closed before an answer"
        #expect(isFirst == (end == 0))
      }
    }
  }

  @Test func headOfAnAnswerIsKept() throws {
    let raw = try read([Array("HTTP/1.1 200 OK\r\nA: 1\r\nb: 2\r\n\r\n".utf8)], isHead: true)
    #expect(String(decoding: raw.head, as: UTF8.self) == "A: 1\r\nb: 2\r\n")
    #expect(raw.keepsAlive && raw.body.isEmpty)
  }

  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  @Test(
    arguments: [
      ("garbage", AnswerFault.statusLine), ("\r\nHTTP/1.1 200 OK", .statusLine),
      (chunked + "x\r\n", .chunkSize), (chunked + "\r\n", .chunkSize),
      (chunked + "-1\r\n", .chunkSize),
      (chunked + "1x\r\na\r\n", .chunkSize), (chunked + "1000000000000000\r\na", .chunkSize),
      (chunked + "2\r\nabc\r\n", .chunkEnd), (chunked + "3\r\nab\r\n0\r\n\r\n", .lineEnd),
      (chunked + "1\na\r\n", .lineEnd), (chunked + "0\r\n x: folded\r\n\r\n", .folding),
      (chunked + "0\r\n\r\nmore", .excess),
      ("HTTP/1.1 204 No\r\n\r\nbody", .excess),
      ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab", .excess),
    ] as [(String, AnswerFault)]
  )
  func malformedAnswersAreSaid(answer: String, fault: AnswerFault) {
    let failure = #expect(throws: HTTPFailure.self) { try read([Array(answer.utf8)]) }
    #expect(failure?.failureKind == HTTPFailure.malformed(fault).failureKind)
    #expect(failure?.code == .malformed)
  }

  @Test func bodiesHaveALimit() throws {
    let length = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789"
    let close = "HTTP/1.1 200 OK\r\n\r\n0123456789"
    let chunks = Self.chunked + "6\r\n012345\r\n4\r\n6789\r\n0\r\n\r\n"
    for answer in [length, close, chunks].map({ Array($0.utf8) }) {
      #expect(try read([answer], bodyLimit: 10).body.count == 10)
      let failure = #expect(throws: HTTPFailure.self) { try read([answer], bodyLimit: 9) }
      #expect(failure?.code == .tooLarge)
      #expect(
        failure?.failureKind == FailureKind(.invalidResult, reason: "body of more than 9 bytes")
      )
    }
    for lie in ["99999999999999999999", "\(Int.max)"] {
      let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: \(lie)\r\n\r\n".utf8)
      let failure = #expect(throws: HTTPFailure.self) { try read([answer]) }
      #expect(failure?.code == .tooLarge)
    }
    let failure = #expect(throws: HTTPFailure.self) {
      try read([Array((Self.chunked + "7FFFFFFFFFFFFFF\r\n").utf8)])
    }
    #expect(failure?.code == .tooLarge)
  }

  @Test func headsHaveALimit() throws {
    let line = "HTTP/1.1 200 OK\r\nA: "
    let end = "\r\nContent-Length: 0\r\n\r\n"
    let room = AnswerReader.headLimit - line.utf8.count - end.utf8.count
    let most = line + String(repeating: "x", count: room) + end
    #expect(try read([Array(most.utf8)]).status == 200)
    let endless = Array((line + String(repeating: "x", count: 1 << 17)).utf8)
    let many = Array(("HTTP/1.1 200 OK\r\n" + String(repeating: "A: 1\r\n", count: 20_000)).utf8)
    let interims = Array(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 5_000).utf8)
    let trailers = Array(
      (Self.chunked + "0\r\n" + String(repeating: "A: 1\r\n", count: 20_000)).utf8
    )
    let chunk = Array((Self.chunked + "1;" + String(repeating: "x", count: 1 << 17)).utf8)
    for answer in [endless, many, interims, trailers, chunk] {
      let failure = #expect(throws: HTTPFailure.self) { try read([answer]) }
      #expect(failure?.code == .tooLarge)
    }
  }

  /// Mutations of good answers: never a trap, and the same result however the bytes are cut.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func mutatedAnswersNeverTrap(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<1_000 {
      var bytes = Array(Self.good[Int.random(in: Self.good.indices, using: &generator)].answer.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        default:
          bytes.insert(
            Array("\r\n:;0,f \t\0".utf8).randomElement(using: &generator) ?? 0,
            at: place
          )
        }
      }
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      let whole = Result { () throws(HTTPFailure) in try read([bytes]) }
      let parts = Result { () throws(HTTPFailure) in
        try read([Array(bytes[..<cut]), Array(bytes[cut...])])
      }
      switch (whole, parts) {
      case (.success(let left), .success(let right)):
        #expect(left == right, "seed \(seed), round \(round)")
      case (.failure, .failure): break
      // What comes after the end is seen if it has come.
      case (.failure(let failure), .success):
        #expect(failure.failureKind == HTTPFailure.malformed(.excess).failureKind)
      case (.success, .failure(let failure)):
        Issue.record("seed \(seed), round \(round), cut at \(cut): \(failure)")
      }
    }
  }
}
