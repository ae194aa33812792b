// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import Testing

/// Loads over HTTP, as test files write them.
@Suite struct LoadTestHTTPTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsoup"

  private static let profiles: [(profile: LoadProfile, count: Int, sessions: ClosedRange<Int>)] = [
    (.sequential(20), 20, 1...1),
    (.users(4, requests: 200), 200, 1...4),
    (.users(3, iterationsEach: 10), 30, 3...3),
    (.burst(10), 10, 1...10),
    (.arrivals(perSecond: 200, for: .milliseconds(200)), 40, 1...40),
    (.phases([.phase("a", .users(2, requests: 20)), .phase("b", .burst(5))]), 25, 1...5),
  ]

  @Test(arguments: profiles.indices)
  func everyProfileGivesEachUserASession(number: Int) async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let (profile, count, sessions) = Self.profiles[number]
    let target = try HTTPTarget(server.url)
    let report = try await LoadTest(http: target, get: "/soup", profile).run()
    #expect(report.total.failureCount == 0)
    #expect(report.count == count && report.operations.allSatisfy { $0.name == "GET /soup" })
    #expect(sessions.contains(server.connections), "\(server.connections) sessions")
    #expect(server.requests.count == count)
  }

  @Test func sessionsAreClosedAtTheEnd() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let load = LoadTest(http: target, get: "/", .users(4, requests: 40)).warmUp(requests: 8)
    for run in 1...2 {
      #expect(try await load.run().count == 40)
      // The end of a connection takes its time to the other side.
      while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
      #expect((run...(4 * run)).contains(server.connections))
    }
  }

  @Test func closuresBlockOrWait() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let plain = try await LoadTest(http: target, .users(2, requests: 10)) { session in
      try session.get("/a").check("is soup") { $0.text == "soup" }
      try session.post("/a", json: ["name": "soup"])
    }.run()
    let numbered = try await LoadTest("PUT", http: target, .users(2, requests: 10)) {
      try $0.put("/\($1.iteration)", body: "x")
    }.run()
    let waiting = try await LoadTest(http: target, .users(2, requests: 10)) { session in
      await Task.yield()
      try await session.get("/b")
    }.run()
    let both = try await LoadTest(http: target, .users(2, requests: 10)) { session, context in
      try await session.get("/c/\(context.iteration)")
    }.run()
    #expect([plain, numbered, waiting, both].allSatisfy { $0.count == 10 })
    #expect([plain, numbered, waiting, both].allSatisfy { $0.total.failureCount == 0 })
    #expect(plain.name == "http://127.0.0.1:\(server.port)" && numbered.name == "PUT")
    let lines = server.requests.compactMap { $0.split(separator: "\r\n").first.map(String.init) }
    #expect(lines.filter { $0 == "GET /a HTTP/1.1" || $0 == "POST /a HTTP/1.1" }.count == 20)
    for number in 0..<10 {
      #expect(
        lines.contains("PUT /\(number) HTTP/1.1") && lines.contains("GET /c/\(number) HTTP/1.1")
      )
    }
  }

  @Test func failuresAreCountedByKind() async throws {
    let server = try LoopbackServer { peer in
      let statuses = [429, 404, 500, 200]
      for number in 0... {
        guard peer.request() != nil else { return }
        peer.send("HTTP/1.1 \(statuses[number % 4]) X\r\nContent-Length: 4\r\n\r\nsoup")
      }
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let report = try await LoadTest(http: target, get: "/", .sequential(40)).run()
    let kinds = [429, 404, 500].map { FailureKind(status: $0) }
    #expect(report.failures == Dictionary(uniqueKeysWithValues: kinds.map { ($0, 10) }))
    #expect(report.latency?.count == 10)
    let wrong = try await LoadTest(http: target, get: "/", .sequential(4), accepting: .any) {
      $0.text == "stew"
    }.run()
    let kind = FailureKind(.invalidResult, reason: "the check of the answer failed")
    #expect(wrong.failures == [kind: 4])
  }

  @Test func timeoutLeavesTheSessionToTheOperation() async throws {
    let server = try LoopbackServer { peer in
      while let request = peer.request() {
        if request.hasPrefix("GET /0 ") { peer.pause(.seconds(600)) }
        peer.send(Self.ok)
      }
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url, responseTimeout: .seconds(600))
    let report = try await LoadTest("GET", http: target, .users(1, requests: 3)) {
      try $0.get("/\($1.iteration)")
    }.timeout(.milliseconds(500)).run()
    #expect(report.count == 3)
    #expect(report.failures == [FailureKind(.timeout, reason: "no end within 500 ms"): 1])
    #expect(!report.warnings.contains { "\($0)".contains("segment") })
  }

  @Test func requestsThatWereSentAgainAreSaid() async throws {
    let server = try LoopbackServer { peer in
      for _ in 0..<5 {
        guard peer.request() != nil else { return }
        peer.send(Self.ok)
      }
      peer.request()
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let report = try await LoadTest(http: target, get: "/", .sequential(11)).run()
    #expect(report.total.failureCount == 0)
    #expect(report.warnings.contains(.requestsSentAgain(2, of: 11)))
  }

  @Test func serviceThatIsNotThereFailsEveryOperation() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    server.stop()
    let report = try await LoadTest(http: HTTPTarget(server.url), get: "/", .users(2, requests: 6))
      .run()
    #expect(report.failures == [FailureKind(.transport, reason: "connection refused"): 6])
    let unknown = try HTTPTarget("http://no-such-host.invalid")
    let lost = try await LoadTest(http: unknown, get: "/", .sequential(2)).run()
    #expect(lost.failures == [FailureKind(.transport, reason: "name not found"): 2])
  }

  @Test func adaptersHaveTheSameCalls() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try URLSessionTarget(server.url)
    let report = try await LoadTest(http: target, get: "/", .users(2, requests: 20)).run()
    #expect(report.total.failureCount == 0 && report.count == 20)
    let scenario = Scenario("kitchen") { _ in
      try target.session()
    } flows: {
      Flow("GET /") { user in try await user.state.get("/") }
    }
    #expect(try await LoadTest(scenario, .users(2, requests: 4)).run().total.failureCount == 0)
  }

  /// Also those of sessions that only the operation knows, and of sessions that timed out.
  @Test func requestsThatOtherSessionsSentAgainAreSaid() async throws {
    let server = try LoopbackServer { peer in
      for _ in 0..<2 {
        guard peer.request() != nil else { return }
        peer.send(Self.ok)
      }
      peer.request()
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let own = try target.session()
    defer { own.close() }
    for _ in 0..<3 { try await own.get("/before") }
    let load = LoadTest(http: target, .sequential(2)) { session in
      try session.get("/")
      try own.get("/")
    }
    #expect(try await load.run().warnings.contains(.requestsSentAgain(1, of: 2)))
  }

  @Test func closedSessionsAreReplaced() async throws {
    let server = try LoopbackServer { peer in
      while peer.request() != nil { peer.send(Self.ok) }
    }
    defer { server.stop() }
    let load = try LoadTest(http: HTTPTarget(server.url), .users(1, requests: 5)) { session in
      defer { session.close() }
      try session.get("/")
    }
    let report = try await load.run()
    #expect(report.total.failureCount == 0 && server.connections == 5)
  }

  @Test func partsOfCallsAreSegments() async throws {
    let server = try LoopbackServer { peer in
      while peer.request() != nil {
        peer.send(String(Self.ok.prefix(20)))
        peer.pause(.milliseconds(5))
        peer.send(String(Self.ok.dropFirst(20)))
      }
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let report = try await LoadTest("GET", http: target, .users(2, requests: 100)) { session in
      try session.get("/")
    }.run()
    let operation = try #require(report.operation("GET"))
    #expect(Set(operation.segments.map(\.name)) == ["connect", "first byte", "receive"])
    #expect((1...2).contains(operation.segment("connect")?.callCount ?? 0))
    #expect(operation.segment("first byte")?.callCount == 100)
    try requireSLA(report, .p95(of: "first byte") <= .seconds(60))
    let waiting = try await LoadTest("GET", http: target, .users(2, requests: 100)) { session in
      try await session.get("/")
    }.run()
    #expect(waiting.operation("GET")?.segment("first byte")?.callCount == 100)
  }

  /// Most answers come in one piece, which takes no time to receive.
  @Test func partsThatTakeNoTimeCanBeJudged() async throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let report = try await LoadTest("GET", http: target, .users(1, requests: 100)) { session in
      try session.get("/")
    }.run()
    let operation = try #require(report.operation("GET"))
    #expect(operation.segment("receive")?.callCount == 100)
    #expect(operation.segment("connect")?.callCount == 1)
    try requireSLA(report, .p95(of: "receive") <= .seconds(60))
  }
}
