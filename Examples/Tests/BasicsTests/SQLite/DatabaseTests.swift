// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

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

  func testUpdateSaysHowManyRowsItChanged() throws {
    let database = try temporaryDatabase()
    try database.execute("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1), (1), (2)")
    for (value, changes) in [(1, 2), (2, 1), (3, 0)] {
      let sql = "UPDATE t SET i = i WHERE i = ?"
      XCTAssertEqual(try database.update(sql, [.integer(value)]), changes)
    }
  }

  func testOnlyOneConnectionHasTheWriteLock() throws {
    let file = try temporaryFile()
    let first = try Database(path: file.path, synchronous: .full)
    let second = try Database(path: file.path, busyMilliseconds: 1)
    try first.begin()
    XCTAssertThrowsError(try second.begin()) {
      XCTAssertEqual(($0 as? DatabaseError)?.isBusy, true)
      XCTAssertEqual("\($0)", "database is locked (SQLite code 5)")
    }
    try first.commit {}
    try second.begin()
    try second.commit {}
    XCTAssertEqual(try first.row("PRAGMA synchronous") { $0.integer(0) }, 2)
    XCTAssertEqual(try second.row("PRAGMA synchronous") { $0.integer(0) }, 1)
  }

  private func temporaryDatabase() throws -> Database {
    try Database(path: try temporaryFile().path)
  }

  private func temporaryFile() throws -> DatabaseFile {
    let file = try DatabaseFile.prepared(at: nil, for: "basics-tests")
    addTeardownBlock { file.remove() }
    return file
  }
}
