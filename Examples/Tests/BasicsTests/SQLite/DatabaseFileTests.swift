// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation
import XCTest

final class DatabaseFileTests: XCTestCase {
  func testOwnDirectoryGoesWithTheFile() throws {
    let file = try DatabaseFile.prepared(at: nil, for: "basics-tests")
    let directory = URL(fileURLWithPath: file.path).deletingLastPathComponent().path
    XCTAssert(FileManager.default.fileExists(atPath: directory))
    XCTAssert(file.path.hasSuffix("/basics-tests.sqlite"), file.path)
    file.remove()
    XCTAssertFalse(FileManager.default.fileExists(atPath: directory))
  }

  func testGivenFileStays() throws {
    let own = try DatabaseFile.prepared(at: nil, for: "basics-tests")
    defer { own.remove() }
    try Data().write(to: URL(fileURLWithPath: own.path))
    let given = try DatabaseFile.prepared(at: own.path, for: "basics-tests")
    XCTAssertEqual(given.path, own.path)
    given.remove()
    XCTAssert(FileManager.default.fileExists(atPath: own.path))
  }
}
