// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

extension Database {
  static let seededRecipes = 2000
  static let seededExecutions = 500
  /// The days, from 2026-01-01 on, that the executions are spread over.
  static let seededDays = 90

  /// Fills the empty tables with recipes and executions that are the same every time.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func insertSeed() throws {
    var generator = RecipeGenerator(seed: 2026)
    for _ in 0..<Self.seededRecipes {
      let recipe = generator.next()
      try insert(
        """
        INSERT INTO recipes
          (title, cuisine, ingredients, minutes, rating, vegetarian, vegan, gluten_free)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(recipe.title), .text(recipe.cuisine), .text(recipe.ingredients),
          .integer(recipe.minutes), .real(recipe.rating),
          .integer(recipe.isVegetarian ? 1 : 0), .integer(recipe.isVegan ? 1 : 0),
          .integer(recipe.isGlutenFree ? 1 : 0),
        ]
      )
    }
    var random = SplitMix64(seed: 90)
    for index in 0..<Self.seededExecutions {
      let files = 1 + random.number(below: 20)
      let seconds = files * (5 + random.number(below: 40))
      try insert(
        """
        INSERT INTO executions (recipe_id, day, state, files, runtime_seconds, cost_microdollars)
          VALUES (?, date('2026-01-01', ? || ' days'), ?, ?, ?, ?)
        """,
        [
          .integer(1 + random.number(below: Self.seededRecipes)),
          .integer(index * Self.seededDays / Self.seededExecutions),
          .text(random.number(below: 20) == 0 ? "failed" : "succeeded"),
          .integer(files), .integer(seconds),
          .integer(seconds * (25 + random.number(below: 11))),
        ]
      )
    }
  }
}
