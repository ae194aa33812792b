// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// One connection to a database, with its prepared statements.
///
/// Unchecked because SQLite's handles are pointers: a connection is used by one thread at a time,
/// for the pools of the services take it out of a locked list before use and put it back
/// afterwards, which also orders the uses of different threads.
package final class Database: @unchecked Sendable {
  /// How far a commit goes before it returns, in SQLite's words.
  package enum Synchronous: String, Sendable {
    /// To the system: a commit can be lost when the machine stops, but nothing is torn.
    case normal = "NORMAL"
    /// To the disk.
    case full = "FULL"
  }

  private let handle: OpaquePointer
  /// Statements kept, 1 or more; sessions can have many different conditions.
  private static let statementLimit = 64
  /// The statements prepared so far, by their text.
  private var statements: [String: Statement] = [:]

  /// Opens a file, creating it if need be, in WAL mode.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - synchronous: How far a commit goes.
  ///   - busyMilliseconds: How long to wait for another connection's lock, 0 or more.
  /// - Throws: ``DatabaseError`` when SQLite cannot open it.
  package init(
    path: String,
    synchronous: Synchronous = .normal,
    busyMilliseconds: Int32 = 5000
  ) throws {
    var opened: OpaquePointer?
    // No mutex inside SQLite: see above.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      let error = DatabaseError(code: code, handle: opened)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_busy_timeout(handle, busyMilliseconds)
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = \(synchronous.rawValue);
      PRAGMA foreign_keys = ON
      """
    )
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// Whether SQLite has opened the file for reading only, as it does when it may not write.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, nil) == 1 }

  /// Runs statements that give no rows, separated by semicolons.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  package func execute(_ script: String) throws {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(code: code, handle: handle) }
  }

  /// Runs a query and reads each of its rows.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what `read` throws.
  package func rows<Value>(
    _ sql: String,
    _ values: [SQLValue] = [],
    read: (Row) throws -> Value
  ) throws -> [Value] {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    var result: [Value] = []
    while try statement.step() {
      result.append(try read(statement.row))
    }
    return result
  }

  /// Runs a query and reads its first row, or returns nil when it has none.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what `read` throws.
  package func row<Value>(
    _ sql: String,
    _ values: [SQLValue] = [],
    read: (Row) throws -> Value
  ) throws -> Value? {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try read(statement.row) : nil
  }

  /// Runs an `INSERT` and returns the id of the new row.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  @discardableResult
  package func insert(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try run(sql, values)
    return Int(sqlite3_last_insert_rowid(handle))
  }

  /// Runs an `UPDATE` and returns how many rows it changed, 0 or more.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  package func update(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try run(sql, values)
    return Int(sqlite3_changes(handle))
  }

  private func run(_ sql: String, _ values: [SQLValue]) throws {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  private func prepared(_ sql: String) throws -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, in: handle)
    if statements.count == Self.statementLimit { statements = [:] }
    statements[sql] = statement
    return statement
  }
}

// MARK: - Transactions

extension Database {
  /// Runs the body in a transaction that is rolled back when the body throws.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what the body throws.
  package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try begin()
    return try commit(body)
  }

  /// Begins a transaction with the write lock, for which it may have to wait.
  ///
  /// - Throws: ``DatabaseError``, a busy one when the lock was not free in time.
  package func begin() throws {
    // Immediate: a transaction that reads first and writes later could not wait its turn.
    try execute("BEGIN IMMEDIATE")
  }

  /// Runs the body in the transaction that was begun, and ends it: undone if the body throws.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what the body throws.
  package func commit<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // The first error is the one to tell.
      try? execute("ROLLBACK")
      throw error
    }
  }
}

/// What SQLite says about a failure.
package struct DatabaseError: Error, CustomStringConvertible {
  /// SQLite's result code.
  package let code: Int32
  package let message: String

  init(code: Int32, handle: OpaquePointer?) {
    self.code = code
    message = String(cString: handle == nil ? sqlite3_errstr(code) : sqlite3_errmsg(handle))
  }

  /// Whether another connection held a lock for too long.
  package var isBusy: Bool { code & 0xFF == SQLITE_BUSY }

  package var description: String { "\(message) (SQLite code \(code))" }
}
