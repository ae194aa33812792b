// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
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
      ServiceThread.start("client-\(number)", in: group) {
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
