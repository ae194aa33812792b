// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Foundation

/// What recipectl keeps from one run to the next, in an SQLite file.
final class LocalState {
  private let database: OpaquePointer

  /// The file that the environment names, or one in the user's directory.
  static func path(_ environment: [String: String]) -> String {
    if let path = environment["RECIPECTL_STATE"], !path.isEmpty { return path }
    return "\(environment["HOME"] ?? ".")/.recipectl.sqlite"
  }

  /// Opens the file, or makes it.
  init(path: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw CommandFailure.unavailable("the file \(path) cannot be opened; set RECIPECTL_STATE")
    }
    database = opened
    sqlite3_busy_timeout(database, 5_000)
    try execute(
      """
      CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, job TEXT, text TEXT);
      CREATE TABLE IF NOT EXISTS logs (id INTEGER PRIMARY KEY, run INTEGER, line TEXT);
      CREATE TABLE IF NOT EXISTS answers (path TEXT PRIMARY KEY, body TEXT, time TEXT)
      """
    )
  }

  deinit { sqlite3_close(database) }

  func addRun(job: Int, text: String) throws -> Int {
    try rows("INSERT INTO runs (job, text) VALUES (?, ?)", ["\(job)", text])
    return Int(sqlite3_last_insert_rowid(database))
  }

  func run(_ number: Int) throws -> (job: Int, text: String)? {
    let row = try rows("SELECT job, text FROM runs WHERE id = ?", ["\(number)"]).first
    return row.flatMap { row in Int(row[0]).map { ($0, row[1]) } }
  }

  func log(_ line: String, run: Int) throws {
    try rows("INSERT INTO logs (run, line) VALUES (?, ?)", ["\(run)", line])
  }

  func lines(ofRun run: Int) throws -> [String] {
    try rows("SELECT line FROM logs WHERE run = ? ORDER BY id", ["\(run)"]).map { $0[0] }
  }

  func keep(_ path: String, _ body: Data) throws {
    let values = [path, String(decoding: body, as: UTF8.self)]
    try rows("INSERT OR REPLACE INTO answers VALUES (?, ?, strftime('%s', 'now'))", values)
  }

  func kept(_ path: String, forSeconds seconds: Int) throws -> Data? {
    let query = "SELECT body FROM answers WHERE path = ? AND strftime('%s', 'now') - time < ?"
    return try rows(query, [path, "\(seconds)"]).first.map { Data($0[0].utf8) }
  }

  private func execute(_ script: String) throws {
    guard sqlite3_exec(database, script, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Runs a statement with texts for its parameters, and gives its rows as texts.
  @discardableResult
  private func rows(_ statement: String, _ values: [String]) throws -> [[String]] {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(database, statement, -1, &prepared, nil) == SQLITE_OK else {
      throw failure
    }
    defer { sqlite3_finalize(prepared) }
    // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the text.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      sqlite3_bind_text(prepared, Int32(index + 1), value, -1, transient)
    }
    var rows: [[String]] = []
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(prepared)).map { column in
            sqlite3_column_text(prepared, column).map { String(cString: $0) } ?? ""
          }
        )
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  private var failure: CommandFailure {
    .unavailable("the local state: \(String(cString: sqlite3_errmsg(database)))")
  }
}
