// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation
import XCTest

@testable import RecipeService

final class DatabasePoolTests: XCTestCase {
  func testPoolServesReadersAndWritersAtOnce() throws {
    let file = try DatabaseFile.prepared(at: nil, for: "recipe-service")
    let pool = DatabasePool(path: file.path)
    defer {
      pool.close()
      file.remove()
    }
    try pool.write { try $0.execute("CREATE TABLE t (i INTEGER)") }
    DispatchQueue.concurrentPerform(iterations: 200) { index in
      do {
        try pool.write { _ = try $0.insert("INSERT INTO t VALUES (?)", [.integer(index)]) }
        _ = try pool.read { try $0.row("SELECT COUNT(*) FROM t") { $0.integer(0) } }
      } catch {
        XCTFail("\(error)")
      }
    }
    XCTAssertEqual(try pool.read { try $0.row("SELECT COUNT(*) FROM t") { $0.integer(0) } }, 200)
  }

  func testPoolWaitsForAnotherConnectionWhenNoneCanBeOpened() throws {
    let file = try DatabaseFile.prepared(at: nil, for: "recipe-service")
    defer { file.remove() }
    let pool = DatabasePool(path: file.path)
    let answer = Guarded<String?>(nil)
    let group = DispatchGroup()
    try pool.read { _ in
      // No file can be made without the folder.
      file.remove()
      try ServiceThread.start("reader", in: group) {
        do {
          let number = try pool.read { try $0.row("SELECT 7") { $0.integer(0) } }
          answer.withLock { $0 = "\(number ?? 0)" }
        } catch {
          answer.withLock { $0 = "\(error)" }
        }
      }
      // Time to fail in, if it does not wait.
      XCTAssertEqual(group.wait(timeout: .now() + 0.3), .timedOut)
    }
    XCTAssertEqual(group.wait(timeout: .now() + 60), .success)
    XCTAssertEqual(answer.withLock { $0 }, "7")
    pool.close()
    XCTAssertThrowsError(try pool.read { _ in }) { XCTAssert($0 is DatabaseUnavailable) }
  }

  func testPoolLetsAllFailWhenNothingCanBeOpened() throws {
    let pool = DatabasePool(path: "/nowhere/at/all.sqlite")
    let failures = Guarded(0)
    let group = DispatchGroup()
    // More than the pool has places for, so that some wait for a place.
    for _ in 0..<30 {
      try ServiceThread.start("reader", in: group) {
        for _ in 0..<20 {
          do {
            try pool.read { _ in }
          } catch {
            failures.withLock { $0 += 1 }
          }
        }
      }
    }
    XCTAssertEqual(group.wait(timeout: .now() + 60), .success)
    XCTAssertEqual(failures.withLock { $0 }, 600)
  }
}
