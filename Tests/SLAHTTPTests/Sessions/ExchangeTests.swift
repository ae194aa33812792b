// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAHTTP

/// How connections are kept, opened again, and given up.
@Suite struct ExchangeTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

  /// Answers so many requests on each connection, and closes it without a word.
  private func server(closingAfter count: Int, reset: Bool = false) throws -> LoopbackServer {
    try LoopbackServer { peer in
      for _ in 0..<count {
        guard peer.request() != nil else { return }
        peer.send(Self.ok)
      }
      // The next request is there before the end is: it has met a closed connection.
      peer.request()
      if reset { peer.resetAtEnd() }
    }
  }

  @Test func connectionIsKept() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let first = try session.get("/")
    #expect(first.times.connecting > .zero)
    for _ in 0..<99 { #expect(try session.get("/").times.connecting == .zero) }
    #expect(server.connections == 1)
    var counts = HTTPCounts()
    (counts.calls, counts.connections) = (100, 1)
    counts.bytesSent = 100 * first.bytesSent
    counts.bytesReceived = 100 * Self.ok.utf8.count
    #expect(session.counts == counts)
    session.close()
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
    "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
  ])
  func connectionThatTheServiceGivesUpIsNotUsedAgain(answer: String) throws {
    let server = try LoopbackServer(answering: answer)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for _ in 0..<3 { #expect(try session.post("/", body: "x").text == "ok") }
    #expect(session.counts.connections == 3 && session.counts.retries == 0)
    session.close()
  }

  @Test func connectionThatTheClientGivesUpIsNotUsedAgain() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for _ in 0..<3 { try session.get("/", headers: ["Connection": "close"]) }
    #expect(session.counts.connections == 3)
    session.close()
  }

  @Test(arguments: [false, true])
  func staleConnectionIsTriedOnceMore(reset: Bool) throws {
    let server = try server(closingAfter: 2, reset: reset)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for number in 0..<6 {
      #expect(try session.get("/").isRetried == (number == 2 || number == 4))
    }
    #expect(session.counts.retries == 2 && session.counts.connections == 3)
    #expect(session.counts.calls == 6)
    session.close()
  }

  @Test func whatMustNotBeSentTwiceFails() throws {
    let server = try server(closingAfter: 1)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    try session.post("/", body: "x")
    let failure = #expect(throws: HTTPFailure.self) { try session.post("/", body: "x") }
    #expect(failure?.code == .closed || failure?.code == .reset)
    #expect(session.counts.retries == 0)
    try session.post("/", body: "x")
    session.close()
  }

  @Test func newConnectionIsNotTriedTwice() throws {
    let server = try server(closingAfter: 0)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(session.counts.retries == 0 && server.connections == 1)
    session.close()
  }

  @Test func answerThatHasBegunIsNotAskedForAgain() throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
      peer.request()
      peer.send("HTTP")
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    try session.get("/")
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.failureKind.reason == "connection closed in the middle of an answer")
    #expect(session.counts.retries == 0)
    session.close()
  }

  /// An end that came while the connection was idle is seen before anything is sent.
  @Test func closedConnectionIsNoticedBeforeUse() async throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for _ in 0..<3 {
      try await session.post("/", body: "x")
      while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(5)) }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(session.counts.connections == 3 && session.counts.retries == 0)
    session.close()
  }

  @Test func timesAddUpUntilTheyAreTaken() throws {
    let server = try LoopbackServer { peer in
      while peer.request() != nil {
        peer.pause(.milliseconds(20))
        peer.send(String(Self.ok.prefix(20)))
        peer.pause(.milliseconds(20))
        peer.send(String(Self.ok.dropFirst(20)))
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let answers = try [session.get("/"), session.get("/")]
    for answer in answers {
      #expect(answer.times.waiting >= .milliseconds(20))
      // Who reads late has waited for longer, and received for less.
      #expect(answer.times.waiting + answer.times.receiving >= .milliseconds(40))
      #expect(answer.times.total == answer.times.toFirstByte + answer.times.receiving)
    }
    let times = session.takeTimes()
    #expect(times.total == answers[0].times.total + answers[1].times.total)
    #expect(session.takeTimes() == HTTPTimes())
    session.close()
  }

  /// A service that works for a while and drops the request has had it.
  @Test(arguments: [false, true])
  func requestThatIsDroppedLateIsNotSentAgain(reset: Bool) throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
      peer.request()
      peer.pause(.milliseconds(200))
      if reset { peer.resetAtEnd() }
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let session = try target.session()
    try session.get("/")
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.code == (reset ? .reset : .closed))
    #expect(session.counts.retries == 0 && target.retries.count == 0)
    session.close()
  }

  @Test func lostAttemptCountsAsWaiting() throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
      guard peer.request() != nil else { return }
      peer.pause(.milliseconds(10))
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let session = try target.session()
    defer { session.close() }
    // On a busy machine the break may come too late to be one of a connection that was closed
    // before.
    for _ in 0..<1_000 {
      guard let answer = try? session.get("/"), answer.isRetried else { continue }
      #expect(answer.times.waiting >= .milliseconds(10))
      #expect(target.retries.count == 1)
      return
    }
    Issue.record("no call was sent again")
  }

  @Test func refusalIsToldRatherThanWhatOtherAddressesSay() throws {
    let server = try LoopbackServer(answering: Self.ok)
    server.stop()
    let target = try HTTPTarget(server.url)
    let refusing = try SocketAddress.resolve("127.0.0.1", port: server.port)
    let wrong = [SocketAddress(family: -1, bytes: refusing[0].bytes)]
    for addresses in [refusing + wrong, wrong + refusing] {
      let session = HTTPSession(target, addresses)
      let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
      #expect(failure?.code == .refused)
    }
    let missing = try SocketAddress.local("/no/such.sock")
    let session = HTTPSession(target, wrong + [SocketAddress(family: -2, bytes: missing.bytes)])
    #expect(throws: HTTPFailure.self) { try session.get("/") }
  }

  /// What a service sends after an answer is never taken for the next one, however soon that is asked for.
  @Test func secondAnswerIsNotThatOfTheNextCall() throws {
    let sent = Shared(0)
    let server = try LoopbackServer { peer in
      while let request = peer.request() {
        let path = request.split(separator: " ")[1]
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)"
        peer.send(answer)
        peer.pause(.microseconds(100))
        peer.send(answer)
        sent.change { $0 += 1 }
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for number in 0..<200 {
      let path = "/\(number)"
      // Unless both came at once, which is an error.
      if let answer = try? session.get(path) { #expect(answer.text == path) }
      while sent.value <= number {}
    }
    session.close()
  }

  @Test func endThatHasComeIsSeenHoweverSoonTheNextCallIs() throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    for _ in 0..<50 {
      try session.post("/", body: "x")
      while server.openConnections > 0 {}
    }
    #expect(session.counts.connections == 50 && session.counts.retries == 0)
    session.close()
  }
}
