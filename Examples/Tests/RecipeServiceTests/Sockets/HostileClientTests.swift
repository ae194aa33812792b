// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation
import XCTest

@testable import RecipeService

final class HostileClientTests: ServiceCase {
  func testMalformedRequestsAreAnsweredAndClosed() throws {
    let service = try startService()
    let table: [(text: String, status: Int)] = [
      ("nonsense\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/3.0\r\n\r\n", 505),
      ("GET /%q HTTP/1.1\r\nHost: a\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", 413),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 20_000))", 431),
    ]
    for (text, status) in table {
      var client = try RawClient(port: service.port)
      defer { client.close() }
      // What follows is not answered: where it begins is not known.
      client.send(text + Self.request("GET", "/health"))
      let response = try XCTUnwrap(try client.response(), text)
      XCTAssertEqual(response.status, status, response.text)
      XCTAssertEqual(response.fields["connection"], "close", text)
      XCTAssertFalse(try response.json(RawResponse.Fault.self).reason.isEmpty, text)
      XCTAssertNil(try client.response(), text)
    }
    try expectServes(service)
  }

  func testOversizedBodyStillReadsItsAnswer() throws {
    let service = try startService()
    let chunk = "10000\r\n\(String(repeating: "x", count: 65_536))\r\n"
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send("POST /sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in 0..<20 {
      client.send(chunk)
    }
    XCTAssertEqual(try client.response()?.status, 413)
  }

  func testTruncatedRequests() throws {
    let service = try startService()
    let whole = Array(Self.request("POST", "/sessions", body: #"{"name":"cut"}"#).utf8)
    for count in [1, 10, whole.count - 20, whole.count - 1] {
      var client = try RawClient(port: service.port)
      defer { client.close() }
      client.send(Array(whole.prefix(count)))
      client.finishSending()
      let response = try client.response()
      XCTAssertEqual(response?.status, 400)
      XCTAssertEqual(try response?.json(RawResponse.Fault.self).error, "truncated")
      XCTAssertNil(try client.response())
    }
    try expectServes(service)
  }

  func testAbruptClosesDoNoHarm() throws {
    let service = try startService()
    let requests = Array(String(repeating: Self.request("GET", "/recipes?q=a"), count: 30).utf8)
    for count in 0..<60 {
      let client = try RawClient(port: service.port)
      client.send(Array(requests.prefix(count * 20)))
      if count.isMultiple(of: 2) { client.abort() } else { client.close() }
    }
    try expectServes(service)
  }

  func testGarbageDoesNoHarm() throws {
    let service = try startService()
    for seed in 1...30 {
      var random = SplitMix64(seed: UInt64(seed))
      let client = try RawClient(port: service.port)
      client.send(
        (0..<(1 + random.number(below: 2000))).map { _ in UInt8(random.number(below: 256)) }
      )
      client.close()
    }
    try expectServes(service)
  }

  func testSlowRequestIsTimedOut() throws {
    var limits = ConnectionLimits()
    limits.wholeRequest = .milliseconds(200)
    let service = try startService(limits: limits)
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(Self.request("GET", "/health"))
    XCTAssertEqual(try client.response()?.status, 200)
    client.send("GET /hea")
    // Bytes that keep coming do not move the deadline.
    for _ in 0..<4 {
      Thread.sleep(forTimeInterval: 0.07)
      client.send("l")
    }
    let response = try client.response()
    XCTAssertEqual(response?.status, 408)
    XCTAssertEqual(try response?.json(RawResponse.Fault.self).error, "timeout")
    XCTAssertNil(try client.response())
    try expectServes(service)
  }

  func testIdleConnectionIsClosedWithoutAWord() throws {
    var limits = ConnectionLimits()
    limits.idle = .milliseconds(100)
    let service = try startService(limits: limits)
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(Self.request("GET", "/health"))
    XCTAssertEqual(try client.response()?.status, 200)
    XCTAssertNil(try client.response())
  }

  func testOneConnectionTooMany() throws {
    var limits = ConnectionLimits()
    limits.connections = 3
    let service = try startService(limits: limits)
    var clients: [RawClient] = []
    for _ in 0..<3 {
      var client = try RawClient(port: service.port)
      client.send(Self.request("GET", "/health"))
      XCTAssertEqual(try client.response()?.status, 200)
      clients.append(client)
    }
    var refused = try RawClient(port: service.port)
    refused.send(Self.request("GET", "/health"))
    let response = try refused.response()
    XCTAssertEqual(response?.status, 503)
    XCTAssertEqual(response?.fields["connection"], "close")
    XCTAssertEqual(try response?.json(RawResponse.Fault.self).error, "too_many_connections")
    XCTAssertNil(try refused.response())
    refused.close()
    for client in clients {
      client.close()
    }
    // The service notices the ends of the others in its own time.
    try wait(until: "there is a place again") {
      try request("GET", "/health", of: service).status == 200
    }
  }

  func testClientThatNeverReadsIsLetGo() throws {
    var limits = ConnectionLimits()
    limits.connections = 1
    limits.send = .milliseconds(100)
    limits.linger = .milliseconds(100)
    let service = try startService(limits: limits)
    // Answers of 5 kB each, several times what the buffers of the system take.
    let client = try RawClient(port: service.port, receiveBuffer: 4096)
    defer { client.close() }
    client.send(String(repeating: Self.request("GET", "/recipes?q=e"), count: 2000))
    try wait(until: "its place is free") {
      try request("GET", "/health", of: service).status == 200
    }
  }
}
