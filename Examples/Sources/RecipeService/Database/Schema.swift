// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

extension Database {
  private static let schemaVersion = 1

  /// Creates and fills the tables of a new file; leaves a file of the same version as it is.
  ///
  /// - Throws: ``ServiceError`` for a file of another program, ``DatabaseError`` otherwise.
  func prepareSchema() throws {
    try transaction {
      let version = try row("PRAGMA user_version") { $0.integer(0) } ?? 0
      guard version != Self.schemaVersion else { return }
      let tables = try row("SELECT COUNT(*) FROM sqlite_master") { $0.integer(0) } ?? 0
      guard version == 0, tables == 0 else {
        throw ServiceError(
          "the database has schema version \(version) and \(tables) tables, not those of this "
            + "service; give the path of a new file"
        )
      }
      try execute(Self.tables)
      try insertSeed()
      try execute("PRAGMA user_version = \(Self.schemaVersion)")
    }
  }

  private static let tables = """
    CREATE TABLE recipes (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      cuisine TEXT NOT NULL,
      ingredients TEXT NOT NULL,
      minutes INTEGER NOT NULL,
      rating REAL NOT NULL,
      vegetarian INTEGER NOT NULL,
      vegan INTEGER NOT NULL,
      gluten_free INTEGER NOT NULL
    );
    CREATE TABLE executions (
      id INTEGER PRIMARY KEY,
      recipe_id INTEGER NOT NULL REFERENCES recipes(id),
      day TEXT NOT NULL,
      state TEXT NOT NULL,
      files INTEGER NOT NULL,
      runtime_seconds INTEGER NOT NULL,
      cost_microdollars INTEGER NOT NULL
    );
    CREATE INDEX executions_by_day ON executions(day);
    CREATE TABLE sessions (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL
    );
    CREATE TABLE constraints (
      id INTEGER PRIMARY KEY,
      session_id INTEGER NOT NULL REFERENCES sessions(id),
      text TEXT NOT NULL
    );
    CREATE INDEX constraints_by_session ON constraints(session_id);
    CREATE TABLE versions (
      id INTEGER PRIMARY KEY,
      session_id INTEGER NOT NULL REFERENCES sessions(id),
      number INTEGER NOT NULL,
      UNIQUE (session_id, number)
    );
    CREATE TABLE version_recipes (
      version_id INTEGER NOT NULL REFERENCES versions(id),
      position INTEGER NOT NULL,
      recipe_id INTEGER NOT NULL REFERENCES recipes(id),
      PRIMARY KEY (version_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE harvests (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      title TEXT NOT NULL
    );
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY,
      words INTEGER NOT NULL,
      distinct_words INTEGER NOT NULL,
      commonest TEXT NOT NULL
    );
    """
}
