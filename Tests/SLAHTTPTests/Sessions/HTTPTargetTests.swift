// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAHTTP
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HTTPTargetTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

  @Test func namesAreLookedUp() throws {
    let server = try LoopbackServer(answering: Self.ok)
    defer { server.stop() }
    let session = try HTTPTarget("http://localhost:\(server.port)").session()
    #expect(try session.get("/").text == "ok")
    #expect(server.requests[0].contains("\r\nHost: localhost:\(server.port)\r\n"))
    session.close()
  }

  @Test func addressesOfSixteenBytesAreSpoken() throws {
    guard
      let server = try? LoopbackServer(
        .ipv6,
        { peer in
          while peer.request() != nil { peer.send(Self.ok) }
        }
      )
    else { return }  // The machine has no IPv6.
    defer { server.stop() }
    let session = try HTTPTarget("http://[::1]:\(server.port)").session()
    #expect(try session.get("/").text == "ok")
    #expect(server.requests[0].contains("\r\nHost: [::1]:\(server.port)\r\n"))
    session.close()
  }

  @Test func unixSocketsAreSpoken() throws {
    let path = "\(NSTemporaryDirectory())/sla-\(UUID().uuidString.prefix(8)).sock"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let server = try LoopbackServer(.unix(path)) { peer in
      while peer.request() != nil { peer.send(Self.ok) }
    }
    let target = try HTTPTarget("http://kitchen/api", unixSocket: path)
    let session = try target.session()
    #expect(try session.get("/a").text == "ok")
    #expect(server.requests[0].hasPrefix("GET /api/a HTTP/1.1\r\nHost: kitchen\r\n"))
    session.close()
    server.stop()
    let failure = #expect(throws: HTTPFailure.self) { try target.session().get("/a") }
    #expect(failure?.code == .refused)
    let long = String(repeating: "x", count: 200)
    #expect(throws: HTTPFailure.self) { try HTTPTarget("http://a", unixSocket: long) }
  }

  @Test func refusalIsSaid() throws {
    let server = try LoopbackServer(answering: Self.ok)
    server.stop()
    let session = try HTTPTarget(server.url).session()
    let failure = #expect(throws: HTTPFailure.self) { try session.get("/") }
    #expect(failure?.code == .refused)
    #expect(failure?.failureKind == FailureKind(.transport, reason: "connection refused"))
  }

  @Test func unknownNameIsSaid() throws {
    let target = try HTTPTarget("http://no-such-host.invalid")
    let failure = #expect(throws: HTTPFailure.self) { try target.session().get("/") }
    #expect(failure?.code == .nameNotFound)
    #expect(failure?.failureKind == FailureKind(.transport, reason: "name not found"))
    #expect(failure?.description.contains("\"no-such-host.invalid\"") == true)
  }

  /// A queue of connections that nobody accepts: the system takes no further one, and says nothing.
  @Test func connectingHasALimit() async throws {
    let path = "\(NSTemporaryDirectory())/sla-\(UUID().uuidString.prefix(8)).sock"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try FullQueue(path)
    defer { queue.close() }
    let target = try HTTPTarget(
      "http://a",
      unixSocket: path,
      connectTimeout: .milliseconds(200)
    )
    let failure = await #expect(throws: HTTPFailure.self) {
      try await blocking { try target.session().get("/").status }
    }
    #expect(failure?.code == .timedOut)
    #expect(failure?.description == "no connection within 200 ms")
  }

  @Test func wrongTargetsAreSaidAtOnce() {
    #expect(throws: HTTPFailure.self) { try HTTPTarget("https://a") }
    #expect(throws: HTTPFailure.self) { try HTTPTarget("http://a", headers: ["A": "b\r\nC: d"]) }
  }

  @Test func targetTellsItsAddress() throws {
    #expect("\(try HTTPTarget("http://A:80/x/"))" == "http://A/x")
    #expect("\(try HTTPTarget("http://[::1]:8080").session())" == "session of http://[::1]:8080")
  }

  @Test func limitsAreAboveZero() async {
    await #expect(processExitsWith: .failure) {
      _ = try HTTPTarget("http://a", responseTimeout: .zero)
    }
    await #expect(processExitsWith: .failure) { _ = try HTTPTarget("http://a", bodyLimit: -1) }
  }
}
