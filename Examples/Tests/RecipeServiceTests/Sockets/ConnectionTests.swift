// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation
import XCTest

@testable import RecipeService

final class ConnectionTests: ServiceCase {
  func testHundredConnectionsStayOpen() throws {
    let service = try startService()
    let targets = ["/health", "/recipes?q=soup", "/executions", "/nowhere", "/summary"]
    let statuses = [200, 200, 200, 404, 200]
    let faults = Guarded<[String]>([])
    let group = DispatchGroup()
    for number in 0..<100 {
      try ServiceThread.start("client-\(number)", in: group) {
        do {
          var client = try RawClient(port: service.port)
          defer { client.close() }
          for (target, status) in zip(targets, statuses) {
            client.send(Self.request("GET", target))
            let response = try client.response()
            guard response?.status == status else {
              throw RawClient.Failure(description: "\(target): \(String(describing: response))")
            }
          }
        } catch {
          faults.withLock { $0.append("client \(number): \(error)") }
        }
      }
    }
    XCTAssertEqual(group.wait(timeout: .now() + 60), .success)
    XCTAssertEqual(faults.withLock { $0 }, [])
  }

  func testPipelinedRequestsAreAnsweredInOrder() throws {
    let service = try startService()
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(
      Self.request("GET", "/health") + Self.request("POST", "/sessions", body: "{}")
        + Self.request("GET", "/nowhere") + Self.request("HEAD", "/health")
        + Self.request("GET", "/jobs/health")
    )
    let statuses = try [false, false, false, true, false].map {
      try client.response(toHead: $0)?.status
    }
    XCTAssertEqual(statuses, [200, 201, 404, 200, 200])
  }

  func testRequestInSmallPieces() throws {
    let service = try startService()
    var client = try RawClient(port: service.port)
    defer { client.close() }
    for byte in Self.request("POST", "/sessions", body: #"{"name":"bits"}"#).utf8 {
      client.send([byte])
    }
    XCTAssertEqual(try client.response()?.status, 201)
  }

  func testChunkedBody() throws {
    let service = try startService()
    var client = try RawClient(port: service.port)
    defer { client.close() }
    let head = "POST /sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    client.send("\(head)8\r\n{\"name\":\r\n4\r\n\"a\"}\r\n0\r\n\r\n")
    XCTAssertEqual(try client.response()?.text, #"{"id":1,"name":"a"}"#)
    client.send(Self.request("GET", "/health"))
    XCTAssertEqual(try client.response()?.status, 200)
  }

  func testContinue() throws {
    let service = try startService()
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(
      "POST /sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
    )
    XCTAssertEqual(try client.response()?.status, 100)
    client.send("{}")
    XCTAssertEqual(try client.response()?.status, 201)
  }

  func testClosesWhenAskedTo() throws {
    let service = try startService()
    for head in ["GET /health HTTP/1.0", "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close"] {
      var client = try RawClient(port: service.port)
      defer { client.close() }
      client.send(head + "\r\n\r\n")
      let response = try client.response()
      XCTAssertEqual(response?.status, 200)
      XCTAssertEqual(response?.fields["connection"], "close")
      XCTAssertNil(try client.response())
    }
  }

  func testEveryAnswerHasADate() throws {
    let service = try startService()
    let pattern = /[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/
    for target in ["/health", "/nowhere", "nonsense"] {
      let date = try request("GET", target, of: service).fields["date"] ?? "none"
      XCTAssertNotNil(date.wholeMatch(of: pattern), "\(target): \(date)")
    }
  }

  func testNoDescriptorIsLeftBehind() throws {
    let service = try startService()
    // This one stays. The pool opens its connections when they are first needed, and what follows
    // needs no further one.
    var first = try RawClient(port: service.port)
    defer { first.close() }
    first.send(Self.request("GET", "/health"))
    XCTAssertEqual(try first.response()?.status, 200)
    let before = try descriptors()
    for number in 0..<50 {
      var client = try RawClient(port: service.port)
      client.send(Self.request("GET", number.isMultiple(of: 2) ? "/jobs/health" : "/nowhere"))
      XCTAssertNotNil(try client.response())
      if number.isMultiple(of: 5) { client.abort() } else { client.close() }
    }
    // The service notices the ends of its connections in its own time.
    try wait(until: "all are closed") { try descriptors() == before }
  }

  func testConnectionWithoutAThreadIsRefused() throws {
    var limits = ConnectionLimits()
    // More than an address space has.
    limits.stackBytes = 1 << 60
    let service = try startService(limits: limits)
    for _ in 0..<3 {
      var client = try RawClient(port: service.port)
      defer { client.close() }
      client.send(Self.request("GET", "/health"))
      let response = try XCTUnwrap(try client.response())
      XCTAssertEqual(response.status, 503)
      XCTAssertEqual(response.fields["retry-after"], "1")
      XCTAssertEqual(try response.json(RawResponse.Fault.self).error, "too_few_threads")
      XCTAssertNil(try client.response())
    }
    let group = DispatchGroup()
    try ServiceThread.start("stop", in: group) { service.stop() }
    XCTAssertEqual(group.wait(timeout: .now() + 30), .success)
  }

  private func descriptors() throws -> Int {
    #if os(Linux)
    let folder = "/proc/self/fd"
    #else
    let folder = "/dev/fd"
    #endif
    return try FileManager.default.contentsOfDirectory(atPath: folder).count
  }

  func testHalfClosedClientGetsItsAnswer() throws {
    let service = try startService()
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(Self.request("GET", "/health"))
    client.finishSending()
    XCTAssertEqual(try client.response()?.status, 200)
    XCTAssertNil(try client.response())
  }
}
