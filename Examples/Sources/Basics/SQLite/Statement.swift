// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// A value to bind to a `?` of a statement.
package enum SQLValue: Sendable {
  case integer(Int)
  case real(Double)
  case text(String)
}

/// A prepared statement.
final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer

  /// - Throws: ``DatabaseError`` when the text is not SQL.
  init(_ sql: String, in database: OpaquePointer) throws {
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(database, sql, -1, flags, &prepared, nil)
    guard let prepared, code == SQLITE_OK else {
      throw DatabaseError(code: code, handle: database)
    }
    handle = prepared
    self.database = database
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds the values to the parameters in their order.
  ///
  /// - Precondition: There are as many values as parameters.
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func bind(_ values: [SQLValue]) throws {
    precondition(
      values.count == sqlite3_bind_parameter_count(handle),
      "the statement has \(sqlite3_bind_parameter_count(handle)) parameters (got \(values.count))"
    )
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code =
        switch value {
        case .integer(let integer): sqlite3_bind_int64(handle, index, Int64(integer))
        case .real(let real): sqlite3_bind_double(handle, index, real)
        case .text(let text): bind(text, at: index)
        }
      guard code == SQLITE_OK else { throw DatabaseError(code: code, handle: database) }
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the text.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty text may have no address, which SQLite would take for NULL.
        guard let address = characters.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, transient)
        }
        return sqlite3_bind_text(handle, index, address, Int32(characters.count), transient)
      }
    }
  }

  /// Goes on to the next row; false when there is none.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw DatabaseError(code: code, handle: database)
    }
  }

  /// Makes the statement ready for its next use, and ends its read transaction.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// The present row; valid until the next step.
  var row: Row { Row(statement: handle) }
}

/// The columns of a row of a result, counted from 0.
package struct Row {
  fileprivate let statement: OpaquePointer

  package func integer(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(statement, column))
  }

  package func real(_ column: Int32) -> Double {
    sqlite3_column_double(statement, column)
  }

  package func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
