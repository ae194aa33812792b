// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

extension Database {
  private static let ingestVersion = 1

  /// Creates the tables of a new file; leaves those of the same version as they are.
  ///
  /// - Throws: ``UnusableDatabase`` for a file that cannot be written, is of another program, or
  ///   has no WAL mode, ``DatabaseError`` otherwise.
  func prepareIngest() throws {
    // SQLite would say so at the first transition: there it begins to read when told to write.
    guard !isReadOnly else { throw UnusableDatabase("it can be read, but not written") }
    try transaction {
      let version = try row("PRAGMA user_version") { $0.integer(0) } ?? 0
      guard version != Self.ingestVersion else { return }
      let tables = try row("SELECT COUNT(*) FROM sqlite_master") { $0.integer(0) } ?? 0
      guard version == 0, tables == 0 else {
        throw UnusableDatabase(
          "it has schema version \(version) and \(tables) tables, not those of a store"
        )
      }
      try execute(Self.ingestTables)
      try execute("PRAGMA user_version = \(Self.ingestVersion)")
    }
    let mode = try row("PRAGMA journal_mode") { $0.text(0) } ?? "none"
    guard mode == "wal" else {
      throw UnusableDatabase("its journal mode is \(mode), for there is no WAL in this place")
    }
  }

  /// The log has no constraint against doubles: it would hide what it is there to show.
  private static let ingestTables = """
    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('UNTRACKED', 'UPLOADING', 'PROCESSING', 'INDEXED')),
      version INTEGER NOT NULL
    );
    CREATE TABLE transitions (
      sequence INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES files(id),
      source TEXT NOT NULL,
      target TEXT NOT NULL
    );
    """
}

/// A database that can be opened, but is not one of a store.
struct UnusableDatabase: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
