// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import XCTest

@testable import RecipeService

/// A test case with a service of its own for each test.
class ServiceCase: XCTestCase {
  override func setUp() {
    super.setUp()
    // Clients and service share the descriptors of one process here.
    DescriptorLimit.raise()
  }

  /// Polls until something is so; fails after a time that only a hang takes.
  ///
  /// - Throws: What the condition throws.
  func wait(
    until text: String,
    line: UInt = #line,
    _ condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while try !condition() {
      guard ContinuousClock.now < deadline else {
        return XCTFail("waited in vain until \(text)", line: line)
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Starts a service that is stopped after the test.
  ///
  /// - Throws: What `start` throws.
  func startService(
    _ configuration: ServiceConfiguration = ServiceConfiguration(),
    limits: ConnectionLimits = ConnectionLimits()
  ) throws -> RecipeService {
    let service = try RecipeService.start(configuration, limits: limits)
    addTeardownBlock { service.stop() }
    return service
  }

  /// Sends one request on a connection of its own.
  ///
  /// - Throws: ``RawClient/Failure`` when no response comes.
  func request(
    _ method: String,
    _ target: String,
    body: String = "",
    of service: RecipeService
  ) throws -> RawResponse {
    var client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(Self.request(method, target, body: body))
    return try XCTUnwrap(try client.response(toHead: method == "HEAD"))
  }

  /// Sends one request that is to fail, and checks the form of the answer.
  ///
  /// - Throws: ``RawClient/Failure`` when no response comes.
  func expectFault(
    _ status: Int,
    _ method: String,
    _ target: String,
    body: String = "",
    of service: RecipeService,
    reason: String,
    line: UInt = #line
  ) throws {
    let response = try request(method, target, body: body, of: service)
    XCTAssertEqual(response.status, status, "\(method) \(target) \(body)", line: line)
    XCTAssertEqual(response.fields["content-type"], "application/json", line: line)
    let fault = try response.json(RawResponse.Fault.self)
    XCTAssert(fault.reason.contains(reason), "\(target) \(body): \(fault.reason)", line: line)
    XCTAssertFalse(fault.error.isEmpty, line: line)
  }

  static func request(_ method: String, _ target: String, body: String = "") -> String {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(length)\r\n\(body)"
  }

  /// Checks that the service answers a new connection.
  ///
  /// - Throws: ``RawClient/Failure`` when no response comes.
  func expectServes(_ service: RecipeService, line: UInt = #line) throws {
    XCTAssertEqual(try request("GET", "/health", of: service).status, 200, line: line)
  }
}
