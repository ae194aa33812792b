// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// A piece of a cook's planning.
struct Session: Codable, Equatable, Sendable {
  let id: Int
  let name: String
}

/// A condition that the recipes of a session have to meet.
struct Constraint: Codable, Equatable, Sendable {
  let id: Int
  let sessionID: Int
  let text: String
}

/// One proposal of recipes for a session.
struct Version: Codable, Equatable, Sendable {
  let id: Int
  /// Counted from 1 in each session.
  let number: Int
  let recipes: [Recipe]
}

/// Why a session cannot take part.
enum SessionError: Error, Equatable {
  case unknown(id: Int)
  case tooManyConstraints(limit: Int)
}

extension Database {
  static let recipesPerVersion = 5
  /// Different constraints of one session; each makes the search for recipes slower.
  static let constraintsPerSession = 20

  /// Stores a session without constraints.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func insertSession(name: String) throws -> Session {
    let id = try insert("INSERT INTO sessions (name) VALUES (?)", [.text(name)])
    return Session(id: id, name: name)
  }

  /// Adds a constraint; one that the session has already may come again.
  ///
  /// - Throws: ``SessionError`` or ``DatabaseError``.
  func insertConstraint(_ text: String, sessionID: Int) throws -> Constraint {
    try transaction {
      try requireSession(sessionID)
      let others = try row(
        "SELECT COUNT(DISTINCT text) FROM constraints WHERE session_id = ? AND text <> ?",
        [.integer(sessionID), .text(text)]
      ) { $0.integer(0) }
      guard others ?? 0 < Self.constraintsPerSession else {
        throw SessionError.tooManyConstraints(limit: Self.constraintsPerSession)
      }
      let id = try insert(
        "INSERT INTO constraints (session_id, text) VALUES (?, ?)",
        [.integer(sessionID), .text(text)]
      )
      return Constraint(id: id, sessionID: sessionID, text: text)
    }
  }

  /// Picks recipes that fit the constraints, others than in the version before while there are.
  ///
  /// - Throws: ``SessionError`` or ``DatabaseError``.
  func generateVersion(sessionID: Int) throws -> Version {
    try transaction {
      try requireSession(sessionID)
      let number =
        try row(
          "SELECT COALESCE(MAX(number), 0) + 1 FROM versions WHERE session_id = ?",
          [.integer(sessionID)]
        ) { $0.integer(0) } ?? 1
      let constraints = try rows(
        "SELECT DISTINCT text FROM constraints WHERE session_id = ? ORDER BY text",
        [.integer(sessionID)]
      ) { $0.text(0) }
      let recipes = try recipes(fitting: constraints, page: number - 1)
      let id = try insert(
        "INSERT INTO versions (session_id, number) VALUES (?, ?)",
        [.integer(sessionID), .integer(number)]
      )
      for (position, recipe) in recipes.enumerated() {
        try insert(
          "INSERT INTO version_recipes (version_id, position, recipe_id) VALUES (?, ?, ?)",
          [.integer(id), .integer(position), .integer(recipe.id)]
        )
      }
      return Version(id: id, number: number, recipes: recipes)
    }
  }

  /// The latest versions of a session, the newest first, at most 20.
  ///
  /// - Throws: ``SessionError`` or ``DatabaseError``.
  func versions(sessionID: Int) throws -> [Version] {
    try requireSession(sessionID)
    return try rows(
      "SELECT id, number FROM versions WHERE session_id = ? ORDER BY number DESC LIMIT 20",
      [.integer(sessionID)]
    ) { ($0.integer(0), $0.integer(1)) }
    .map { id, number in
      let recipes = try rows(
        """
        SELECT \(Recipe.columns) FROM recipes JOIN version_recipes ON recipe_id = recipes.id
          WHERE version_id = ? ORDER BY position
        """,
        [.integer(id)],
        read: Recipe.init(row:)
      )
      return Version(id: id, number: number, recipes: recipes)
    }
  }

  private func requireSession(_ id: Int) throws {
    let found = try row("SELECT 1 FROM sessions WHERE id = ?", [.integer(id)]) { _ in true }
    guard found == true else {
      throw SessionError.unknown(id: id)
    }
  }

  /// The page of the recipes that fit; pages after the last begin again with the first.
  private func recipes(fitting constraints: [String], page: Int) throws -> [Recipe] {
    let condition = RecipeCondition(constraints)
    let fitting =
      try row(
        "SELECT COUNT(*) FROM recipes WHERE \(condition.sql)",
        condition.values
      ) { $0.integer(0) } ?? 0
    guard fitting > 0 else { return [] }
    let pages = (fitting + Self.recipesPerVersion - 1) / Self.recipesPerVersion
    return try rows(
      """
      SELECT \(Recipe.columns) FROM recipes WHERE \(condition.sql)
        ORDER BY rating DESC, id LIMIT \(Self.recipesPerVersion) OFFSET ?
      """,
      condition.values + [.integer(page % pages * Self.recipesPerVersion)],
      read: Recipe.init(row:)
    )
  }
}
