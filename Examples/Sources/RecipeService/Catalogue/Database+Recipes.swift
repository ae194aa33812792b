// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// A recipe as it is answered.
struct Recipe: Codable, Equatable, Sendable {
  let id: Int
  let title: String
  let cuisine: String
  let ingredients: String
  /// In minutes.
  let minutes: Int
  /// In `1.0...5.0`.
  let rating: Double

  /// The columns that `init(row:)` reads, in its order.
  static let columns = "id, title, cuisine, ingredients, minutes, rating"

  init(row: Row) {
    id = row.integer(0)
    title = row.text(1)
    cuisine = row.text(2)
    ingredients = row.text(3)
    minutes = row.integer(4)
    rating = row.real(5)
  }
}

/// What a search found.
struct SearchResult: Codable, Equatable, Sendable {
  let query: String
  /// The number of all matches, of which `recipes` are the best rated.
  let count: Int
  let recipes: [Recipe]
}

extension Database {
  static let searchLimit = 20

  /// Searches titles and ingredients for a text, without regard to the case of ASCII letters.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func recipes(matching query: String) throws -> SearchResult {
    var count = 0
    let recipes = try rows(
      """
      SELECT \(Recipe.columns), COUNT(*) OVER () FROM recipes
        WHERE title LIKE ?1 ESCAPE '\\' OR ingredients LIKE ?1 ESCAPE '\\'
        ORDER BY rating DESC, title, id LIMIT \(Self.searchLimit)
      """,
      [.text(Self.pattern(containing: query))]
    ) { row in
      count = row.integer(6)
      return Recipe(row: row)
    }
    return SearchResult(query: query, count: count, recipes: recipes)
  }

  /// A `LIKE` pattern, with `\` as escape, for texts that contain the given one as it stands.
  static func pattern(containing text: String) -> String {
    // By scalars, as SQLite reads it: with a mark after it, "%" is not "%" to `Character`.
    var pattern = "%".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { pattern.append("\\") }
      pattern.append(scalar)
    }
    pattern.append("%")
    return String(pattern)
  }

  /// The greatest id of a recipe: as cheap as a look at the database can be.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func lastRecipeID() throws -> Int {
    try row("SELECT MAX(id) FROM recipes") { $0.integer(0) } ?? 0
  }

  /// Makes up a recipe that a harvest found, and stores it.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func insertHarvest(source: String) throws -> Harvest {
    try transaction {
      let last = try row("SELECT MAX(id) FROM harvests") { $0.integer(0) } ?? 0
      var generator = RecipeGenerator(seed: UInt64(last + 1))
      let title = generator.next().title
      let id = try insert(
        "INSERT INTO harvests (source, title) VALUES (?, ?)",
        [.text(source), .text(title)]
      )
      return Harvest(id: id, source: source, state: "queued", title: title)
    }
  }
}

/// A recipe that was found at a source and waits to be taken in.
struct Harvest: Codable, Equatable, Sendable {
  let id: Int
  let source: String
  let state: String
  let title: String
}
