// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import XCTest

@testable import RecipeService

final class DatabaseTests: XCTestCase {
  private struct Change: Error {}

  func testBindsAndReadsEveryType() throws {
    let database = try temporaryDatabase()
    try database.execute("CREATE TABLE t (i INTEGER, r REAL, s TEXT, n TEXT)")
    let text = "a\0b'\u{1F372}"
    let id = try database.insert(
      "INSERT INTO t VALUES (?, ?, ?, NULL)",
      [.integer(.min), .real(0.1), .text(text)]
    )
    XCTAssertEqual(id, 1)
    try database.insert(
      "INSERT INTO t VALUES (?, ?, ?, '')",
      [.integer(7), .real(-0.0), .text("")]
    )
    let rows = try database.rows("SELECT * FROM t ORDER BY rowid") {
      ($0.integer(0), $0.real(1), $0.text(2), $0.text(3))
    }
    XCTAssertEqual(rows.map(\.0), [.min, 7])
    XCTAssertEqual(rows.map(\.1), [0.1, 0])
    XCTAssertEqual(rows.map(\.2), [text, ""])
    // NULL and the empty text.
    XCTAssertEqual(rows.map(\.3), ["", ""])
  }

  func testErrorsSayWhatSQLiteSays() throws {
    let database = try temporaryDatabase()
    XCTAssertThrowsError(try database.row("SELECT missing") { _ in }) {
      XCTAssertEqual("\($0)", "no such column: missing (SQLite code 1)")
    }
    try database.execute("CREATE TABLE t (i INTEGER UNIQUE)")
    try database.insert("INSERT INTO t VALUES (?)", [.integer(1)])
    XCTAssertThrowsError(try database.insert("INSERT INTO t VALUES (?)", [.integer(1)])) {
      XCTAssertEqual("\($0)", "UNIQUE constraint failed: t.i (SQLite code 19)")
    }
    // The statement is of use again.
    XCTAssertEqual(try database.insert("INSERT INTO t VALUES (?)", [.integer(2)]), 2)
  }

  func testTransactionIsUndoneWhenItsBodyThrows() throws {
    let database = try temporaryDatabase()
    try database.execute("CREATE TABLE t (i INTEGER)")
    XCTAssertThrowsError(
      try database.transaction {
        try database.insert("INSERT INTO t VALUES (?)", [.integer(1)])
        throw Change()
      }
    ) { XCTAssert($0 is Change) }
    XCTAssertEqual(try database.row("SELECT COUNT(*) FROM t") { $0.integer(0) }, 0)
    try database.transaction { _ = try database.insert("INSERT INTO t VALUES (?)", [.integer(1)]) }
    XCTAssertEqual(try database.row("SELECT COUNT(*) FROM t") { $0.integer(0) }, 1)
  }

  func testManyDifferentStatements() throws {
    let database = try temporaryDatabase()
    for number in 0..<200 {
      XCTAssertEqual(try database.row("SELECT \(number)") { $0.integer(0) }, number)
    }
  }

  func testPoolServesReadersAndWritersAtOnce() throws {
    let path = try temporaryPath()
    let pool = DatabasePool(path: path)
    defer { pool.close() }
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
    let file = try DatabaseFile.prepared(at: nil)
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

  func testSchemaOfAnotherProgramIsRefused() throws {
    let database = try temporaryDatabase()
    try database.execute("CREATE TABLE t (i INTEGER)")
    XCTAssertThrowsError(try database.prepareSchema()) {
      XCTAssertEqual(
        "\($0)",
        "the database has schema version 0 and 1 tables, not those of this service; "
          + "give the path of a new file"
      )
    }
  }

  private func temporaryDatabase() throws -> Database {
    try Database(path: try temporaryPath())
  }

  private func temporaryPath() throws -> String {
    let file = try DatabaseFile.prepared(at: nil)
    addTeardownBlock { file.remove() }
    return file.path
  }
}
