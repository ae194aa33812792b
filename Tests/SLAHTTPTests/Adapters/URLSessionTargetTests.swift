// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct URLSessionTargetTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\n\r\nok"

  private static func exchange(_ session: URLSessionCalls) throws {
    let answer = try session.post("/a?b=1", json: "{}", headers: ["A": "b"])
    #expect(answer.status == 200 && answer.text == "ok" && answer.header("x-a") == "1")
    #expect(answer.times.total > .zero && answer.bytesReceived == 2)
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/", accepting: 404) }
    #expect(failure?.code == .status)
    #expect(throws: HTTPFailure.self) { try session.get("a") }
    #expect(throws: HTTPFailure.self) { try session.get("/", headers: ["A": "b\r\nC: d"]) }
  }

  @Test func callsAreTheSame() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try URLSessionTarget("\(server.url)/api/")
    try Self.exchange(target.session())
    let answer = try await target.session().get("/c")
    #expect(answer.text == "ok")
    let lines = server.requests.compactMap { $0.split(separator: "\r\n").first }
    #expect(
      lines == ["POST /api/a?b=1 HTTP/1.1", "GET /api/ HTTP/1.1", "GET /api/c HTTP/1.1"]
    )
    #expect(server.requests[0].contains("A: b\r\n") && server.requests[0].hasSuffix("\r\n\r\n{}"))
  }

  @Test func refusalIsSaid() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    server.stop()
    let session = try URLSessionTarget(server.url).session()
    let failure = await #expect(throws: HTTPFailure.self) { try await session.get("/") }
    #expect(failure?.code == .refused && failure?.failureKind.category == .transport)
  }

  @Test func timesWithoutEndAreNone() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    server.stop()
    let target = try URLSessionTarget(server.url, responseTimeout: .seconds(Int64.max / 2))
    let failure = await #expect(throws: HTTPFailure.self) { try await target.session().get("/") }
    #expect(failure?.code == .refused)
  }

  @Test(arguments: ["example.org", "ftp://example.org", "https://", "https://a?b", "https://a#b"])
  func wrongAddressesAreSaid(address: String) {
    let failure = #expect(throws: HTTPFailure.self) { try URLSessionTarget(address) }
    #expect(
      failure?.description == "the address \"\(address)\" must be one like https://example.org"
    )
  }

  /// A byte now and then does not stretch the time.
  @Test func timeIsThatOfTheWholeAnswer() async throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
      peer.drip(String(repeating: "x", count: 5_000), every: .milliseconds(20))
    }
    defer { server.stop() }
    let target = try URLSessionTarget(server.url, responseTimeout: .milliseconds(300))
    let failure = await #expect(throws: HTTPFailure.self) { try await target.session().get("/") }
    #expect(failure?.code == .timedOut)
    #expect(failure?.description == "no complete answer within 300 ms")
    let blocked = await #expect(throws: HTTPFailure.self) {
      try await blocking { try target.session().get("/").status }
    }
    #expect(blocked?.code == .timedOut)
  }

  @Test func fieldsOfOneNameAreAllSent() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try URLSessionTarget(server.url, headers: ["X-A": "0", "Content-Type": "a/b"])
    try await target.session().post("/", json: "{}", headers: ["x-a": "1", "X-A": "2"])
    let lines = server.requests[0].lowercased().split(separator: "\r\n")
    #expect(lines.contains { $0 == "x-a: 1,2" || $0 == "x-a: 1, 2" }, "\(lines)")
    #expect(lines.filter { $0.hasPrefix("content-type:") } == ["content-type: application/json"])
  }
}
