// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAHTTP
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HTTPSessionTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\nx-a: 2\r\n\r\nok"

  @Test func answerHasEverything() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let answer = try session.get("/recipes?q=soup", headers: ["Accept": "*/*"])
    #expect(answer.status == 200 && answer.text == "ok" && !answer.isRetried)
    #expect(answer.headers.values("X-a") == ["1", "2"] && answer.header("content-length") == "2")
    #expect(answer.bytesReceived == Self.ok.utf8.count)
    #expect(answer.bytesSent == server.requests[0].utf8.count)
    #expect(
      server.requests == [
        "GET /recipes?q=soup HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"
          + "User-Agent: swift-sla-testing\r\nAccept: */*\r\n\r\n"
      ]
    )
    session.close()
  }

  @Test(
    arguments: [
      (100, FailureCategory.invalidResult), (302, .invalidResult), (304, .invalidResult),
      (400, .rejected), (404, .rejected), (429, .throttled), (500, .serverError),
      (503, .serverError), (408, .timeout), (504, .timeout), (700, .invalidResult),
    ] as [(Int, FailureCategory)]
  )
  func statusesBecomeOutcomes(status: Int, category: FailureCategory) throws {
    let answer = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    let server = try LoopbackServer(answering: status == 100 ? answer + Self.ok : answer)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    defer { session.close() }
    guard status >= 200 else {
      #expect(try session.get("/").status == 200)
      return
    }
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.code == .status && failure?.answer?.status == status)
    #expect(failure?.failureKind == FailureKind(category, reason: "status \(status)"))
    #expect(failure?.description == "status \(status), accepted is 200 to 299")
    #expect(try session.get("/", accepting: AcceptedStatuses([status])).status == status)
    #expect(try session.get("/", accepting: .any).status == status)
  }

  @Test func targetSaysWhatIsAccepted() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url, accepting: [404, 410]).session()
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.description == "status 200, accepted is 404 or 410")
    #expect(try session.get("/", accepting: 200).status == 200)
    session.close()
  }

  @Test func headsHaveNoBody() throws {
    let server = try LoopbackServer { peer in
      while let request = peer.request() {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
        if !request.hasPrefix("HEAD") { peer.send("ok") }
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    #expect(try session.head("/").body.isEmpty)
    #expect(try session.get("/").text == "ok" && server.connections == 1)
    session.close()
  }

  @Test func closedSessionSaysSo() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    try session.get("/")
    session.close()
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.code == .cancelled)
    #expect(failure?.description == "the session is closed; ask the target for another")
  }

  @Test func callsOfSeveralThreadsWaitForEachOther() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 { group.addTask { try await session.get("/").status } }
      for try await status in group { #expect(status == 200) }
    }
    #expect(session.counts.calls == 20 && server.connections == 1)
    session.close()
  }

  @Test func callsThatWaitForAnotherAreCounted() async throws {
    let begun = Shared(0)
    let server = try LoopbackServer { peer in
      while peer.request() != nil {
        while begun.value < 3 { peer.pause(.milliseconds(1)) }
        peer.pause(.milliseconds(50))
        peer.send(Self.ok)
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    defer { session.close() }
    try await withThrowingTaskGroup { group in
      for _ in 0..<3 {
        group.addTask {
          begun.change { $0 += 1 }
          try await session.get("/")
        }
      }
      try await group.waitForAll()
    }
    try await session.get("/")
    #expect(session.counts.calls == 4 && session.counts.waits == 2)
  }

  /// A hundred calls wait at once, though Swift has as many threads as there are cores.
  @Test func asynchronousCallsBlockNoThreadOfSwift() async throws {
    let count = 100
    let waiting = Shared(0)
    let server = try LoopbackServer { peer in
      guard peer.request() != nil else { return }
      waiting.change { $0 += 1 }
      while waiting.value < count { peer.pause(.milliseconds(5)) }
      peer.send(Self.ok)
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    try await withThrowingTaskGroup { group in
      for _ in 0..<count {
        group.addTask {
          let session = try target.session()
          defer { session.close() }
          return try await session.get("/").status
        }
      }
      for try await status in group { #expect(status == 200) }
    }
  }

  @Test func cancellationEndsACall() async throws {
    let server = try LoopbackServer { $0.waitForEnd() }
    defer { server.stop() }
    let session = try HTTPTarget(server.url, responseTimeout: .seconds(600)).session()
    let asynchronous = Task { try await session.get("/") }
    while server.connections == 0 { try await Task.sleep(for: .milliseconds(5)) }
    asynchronous.cancel()
    let failure = await #expect(throws: HTTPFailure.self) { try await asynchronous.value }
    #expect(failure?.code == .cancelled && failure?.failureKind == .cancelled)
    // A closed session ends the call as well.
    let other = try HTTPTarget(server.url, responseTimeout: .seconds(600)).session()
    let blocked = Task { try await other.get("/") }
    while server.connections == 1 { try await Task.sleep(for: .milliseconds(5)) }
    other.close()
    await #expect(throws: HTTPFailure.self) { try await blocked.value }
    session.close()
  }

  /// Bytes that keep coming, or keep being taken, do not keep a call from being given up.
  @Test(arguments: [false, true], [false, true])
  func callsAreGivenUpWhileBytesFlow(isSending: Bool, isClosed: Bool) async throws {
    let server = try LoopbackServer { peer in
      if isSending {
        while peer.readSome(4_096) { peer.pause(.milliseconds(1)) }
      } else {
        peer.request()
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        peer.drip(String(repeating: "x", count: 100_000), every: .milliseconds(5))
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url, responseTimeout: .seconds(60)).session()
    let size = isSending ? 64 << 20 : 1
    let body = HTTPPayload([UInt8](repeating: 0x41, count: size))
    let task = Task { try await session.post("/", body: body) }
    while server.connections == 0 { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .milliseconds(150))
    let start = ContinuousClock.now
    if isClosed { session.close() } else { task.cancel() }
    let failure = await #expect(throws: HTTPFailure.self) { try await task.value }
    #expect(failure?.code == .cancelled)
    #expect(ContinuousClock.now - start < .seconds(20))
    session.close()
  }
}
