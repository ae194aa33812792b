// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import XCTest

@testable import RecipeService

final class RecipeServiceTests: ServiceCase {
  func testStopIsIdempotentAndFreesThePort() throws {
    let service = try startService()
    try expectServes(service)
    let port = service.port
    service.stop()
    service.stop()
    XCTAssertThrowsError(try RawClient(port: port))
    var configuration = ServiceConfiguration()
    configuration.port = port
    let next = try startService(configuration)
    XCTAssertEqual(next.port, port)
    try expectServes(next)
  }

  func testStopFromSeveralThreadsEndsOpenConnections() throws {
    let service = try startService()
    var idle = try RawClient(port: service.port)
    defer { idle.close() }
    idle.send(Self.request("GET", "/health"))
    XCTAssertEqual(try idle.response()?.status, 200)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in service.stop() }
    XCTAssertNil(try idle.response())
  }

  func testStopDoesNotWaitForSlowRequests() throws {
    var configuration = ServiceConfiguration()
    // Long after the wait below is over.
    configuration.slow = .seconds(120)
    let service = try startService(configuration)
    let client = try RawClient(port: service.port)
    defer { client.close() }
    client.send(Self.request("GET", "/health"))
    try wait(until: "a request is held up") { service.sleepers == 1 }
    let group = DispatchGroup()
    try ServiceThread.start("stop", in: group) { service.stop() }
    // The time is for a hang only: without one, this returns at once.
    XCTAssertEqual(group.wait(timeout: .now() + 30), .success)
  }

  func testSlowAddsToEveryRequest() throws {
    var configuration = ServiceConfiguration()
    configuration.slow = .milliseconds(60)
    let service = try startService(configuration)
    for target in ["/health", "/nowhere"] {
      let start = ContinuousClock.now
      _ = try request("GET", target, of: service)
      XCTAssertGreaterThanOrEqual(ContinuousClock.now - start, .milliseconds(60), target)
    }
  }

  func testPortInUse() throws {
    let service = try startService()
    var configuration = ServiceConfiguration()
    configuration.port = service.port
    XCTAssertThrowsError(try RecipeService.start(configuration)) {
      XCTAssertEqual(
        "\($0)",
        "cannot listen on 127.0.0.1:\(service.port): Address already in use; "
          + "choose a free port, or 0 to let the system choose"
      )
    }
    try expectServes(service)
  }

  func testTemporaryDatabaseIsRemoved() throws {
    let service = try startService()
    let directory = URL(fileURLWithPath: service.databasePath).deletingLastPathComponent().path
    XCTAssert(FileManager.default.fileExists(atPath: service.databasePath))
    service.stop()
    XCTAssertFalse(FileManager.default.fileExists(atPath: directory))
  }

  func testGivenDatabaseIsKeptAndUsedAgain() throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("recipe-service-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    addTeardownBlock { try FileManager.default.removeItem(at: directory) }
    var configuration = ServiceConfiguration()
    configuration.databasePath = directory.appendingPathComponent("kept.sqlite").path
    let first = try startService(configuration)
    XCTAssertEqual(try request("POST", "/sessions", of: first).text, #"{"id":1,"name":""}"#)
    first.stop()
    XCTAssertEqual(
      try FileManager.default.contentsOfDirectory(atPath: directory.path),
      ["kept.sqlite"]
    )
    let second = try startService(configuration)
    XCTAssertEqual(try request("POST", "/sessions", of: second).text, #"{"id":2,"name":""}"#)
  }

  func testDatabaseThatCannotBeOpened() throws {
    var configuration = ServiceConfiguration()
    configuration.databasePath = "/nowhere/at/all/recipes.sqlite"
    XCTAssertThrowsError(try RecipeService.start(configuration)) {
      XCTAssertEqual(
        "\($0)",
        "cannot open the database /nowhere/at/all/recipes.sqlite: unable to open database file "
          + "(SQLite code 14); give the path of an SQLite file, or of none yet, in a folder that "
          + "can be written"
      )
    }
  }

  func testFileThatIsNoDatabase() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("recipe-service-tests-\(UUID().uuidString).txt")
    try Data(String(repeating: "no database ", count: 200).utf8).write(to: file)
    addTeardownBlock { try FileManager.default.removeItem(at: file) }
    var configuration = ServiceConfiguration()
    configuration.databasePath = file.path
    XCTAssertThrowsError(try RecipeService.start(configuration)) {
      XCTAssert("\($0)".contains("\(file.path): file is not a database"), "\($0)")
    }
  }
}
