// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLATestSupport
import Testing

/// Calls of every kind, as the server sees them.
@Suite struct HTTPCallingTests {
  struct Recipe: Codable, Sendable {
    let name: String
  }

  private static func requests(
    _ calls: @Sendable (HTTPSession) async throws -> Void
  ) async throws -> [String] {
    let server = try LoopbackServer { peer in
      while let request = peer.request() {
        let body = request.hasPrefix("HEAD") ? "" : "ok"
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\(body)")
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    try await calls(session)
    session.close()
    let head = "Host: 127.0.0.1:\(server.port)\r\nUser-Agent: swift-sla-testing\r\n"
    return server.requests.map { $0.replacing(head, with: "") }
  }

  private static func expected(_ method: String) -> [String] {
    let json = "Content-Type: application/json\r\nContent-Length: "
    return [
      "\(method) /a HTTP/1.1\r\nA: b\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Length: 2\r\n\r\nhi",
      "\(method) /a HTTP/1.1\r\n\(json)15\r\n\r\n{\"name\":\"soup\"}",
      "\(method) /a HTTP/1.1\r\n\(json)2\r\n\r\n{}",
    ]
  }

  private static let bare = [
    "GET /a HTTP/1.1\r\nA: b\r\n\r\n", "HEAD /a HTTP/1.1\r\n\r\n", "DELETE /a HTTP/1.1\r\n\r\n",
    "POST /a HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "REPORT /a HTTP/1.1\r\n\r\n",
  ]

  private static var all: [String] {
    bare + expected("POST") + expected("PUT") + expected("PATCH")
  }

  private static func block(_ session: HTTPSession) throws {
    let soup = Recipe(name: "soup")
    try session.get("/a", headers: ["A": "b"])
    try session.head("/a")
    try session.delete("/a")
    try session.post("/a")
    try session.send(HTTPCall("REPORT", "/a"))
    try session.post("/a", body: "hi", headers: ["A": "b"])
    try session.post("/a", json: soup)
    try session.post("/a", json: "{}")
    try session.put("/a", body: "hi", headers: ["A": "b"])
    try session.put("/a", json: soup)
    try session.put("/a", json: "{}")
    try session.patch("/a", body: "hi", headers: ["A": "b"])
    try session.patch("/a", json: soup)
    try session.patch("/a", json: "{}")
  }

  @Test func blockingCallsAreExact() async throws {
    #expect(try await Self.requests { try Self.block($0) } == Self.all)
  }

  @Test func asynchronousCallsAreTheSame() async throws {
    let requests = try await Self.requests { session in
      let soup = Recipe(name: "soup")
      try await session.get("/a", headers: ["A": "b"])
      try await session.head("/a")
      try await session.delete("/a")
      try await session.post("/a")
      try await session.send(HTTPCall("REPORT", "/a"))
      try await session.post("/a", body: "hi", headers: ["A": "b"])
      try await session.post("/a", json: soup)
      try await session.post("/a", json: "{}")
      try await session.put("/a", body: "hi", headers: ["A": "b"])
      try await session.put("/a", json: soup)
      try await session.put("/a", json: "{}")
      try await session.patch("/a", body: "hi", headers: ["A": "b"])
      try await session.patch("/a", json: soup)
      try await session.patch("/a", json: "{}")
    }
    #expect(requests == Self.all)
  }
}
