// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// Figures over all recipes and sessions.
struct Summary: Codable, Equatable, Sendable {
  struct Cuisine: Codable, Equatable, Sendable {
    let cuisine: String
    let recipes: Int
    let meanMinutes: Double
    let meanRating: Double
    let executions: Int
    let costMicrodollars: Int
  }

  struct ConstraintUse: Codable, Equatable, Sendable {
    let constraint: String
    let sessions: Int
  }

  let recipes: Int
  let sessions: Int
  let versions: Int
  let cuisines: [Cuisine]
  /// The ten constraints that are used in most sessions.
  let constraints: [ConstraintUse]
}

extension Database {
  /// Counts and means over all recipes, executions and sessions.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func summary() throws -> Summary {
    let cuisines = try rows(
      """
      SELECT cuisine, COUNT(*), ROUND(AVG(minutes), 2), ROUND(AVG(rating), 2),
          SUM(runs), SUM(cost)
        FROM recipes LEFT JOIN (
          SELECT recipe_id, COUNT(*) AS runs, SUM(cost_microdollars) AS cost
            FROM executions GROUP BY recipe_id
        ) ON recipe_id = recipes.id
        GROUP BY cuisine ORDER BY cuisine
      """
    ) {
      Summary.Cuisine(
        cuisine: $0.text(0),
        recipes: $0.integer(1),
        meanMinutes: $0.real(2),
        meanRating: $0.real(3),
        executions: $0.integer(4),
        costMicrodollars: $0.integer(5)
      )
    }
    let constraints = try rows(
      """
      SELECT text, COUNT(DISTINCT session_id) AS uses FROM constraints
        GROUP BY text ORDER BY uses DESC, text LIMIT 10
      """
    ) { Summary.ConstraintUse(constraint: $0.text(0), sessions: $0.integer(1)) }
    let counts = try row(
      "SELECT (SELECT COUNT(*) FROM sessions), (SELECT COUNT(*) FROM versions)"
    ) { ($0.integer(0), $0.integer(1)) }
    return Summary(
      recipes: cuisines.reduce(0) { $0 + $1.recipes },
      sessions: counts?.0 ?? 0,
      versions: counts?.1 ?? 0,
      cuisines: cuisines,
      constraints: constraints
    )
  }
}
