// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// One connection to a database, with its prepared statements.
///
/// Unchecked because SQLite's handles are pointers: a connection is used by one thread at a time,
/// for `DatabasePool` takes it out of a locked list before use and puts it back afterwards, which
/// also orders the uses of different threads.
final class Database: @unchecked Sendable {
  private let handle: OpaquePointer
  /// Statements kept, 1 or more; sessions can have many different conditions.
  private static let statementLimit = 64
  /// The statements prepared so far, by their text.
  private var statements: [String: Statement] = [:]

  /// Opens a file, creating it if need be, in WAL mode.
  ///
  /// - Throws: ``DatabaseError`` when SQLite cannot open it.
  init(path: String) throws {
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
    sqlite3_busy_timeout(handle, 5000)
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON")
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows, separated by semicolons.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func execute(_ script: String) throws {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(code: code, handle: handle) }
  }

  /// Runs a query and reads each of its rows.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what `read` throws.
  func rows<Value>(
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
  func row<Value>(
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
  func insert(_ sql: String, _ values: [SQLValue]) throws -> Int {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
    return Int(sqlite3_last_insert_rowid(handle))
  }

  /// Runs the body in a transaction that is rolled back when the body throws.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says, or what the body throws.
  func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    // Immediate: a transaction that reads first and writes later could not wait its turn.
    try execute("BEGIN IMMEDIATE")
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

  private func prepared(_ sql: String) throws -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, in: handle)
    if statements.count == Self.statementLimit { statements = [:] }
    statements[sql] = statement
    return statement
  }
}

/// What SQLite says about a failure.
struct DatabaseError: Error, CustomStringConvertible {
  /// SQLite's result code.
  let code: Int32
  let message: String

  init(code: Int32, handle: OpaquePointer?) {
    self.code = code
    message = String(cString: handle == nil ? sqlite3_errstr(code) : sqlite3_errmsg(handle))
  }

  /// Whether another connection held a lock for too long.
  var isBusy: Bool { code & 0xFF == SQLITE_BUSY }

  var description: String { "\(message) (SQLite code \(code))" }
}
