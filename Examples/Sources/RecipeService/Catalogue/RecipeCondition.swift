// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// A session's constraints as a condition on the table of recipes.
///
/// `vegetarian`, `vegan`, `gluten-free` and `quick` (at most 30 minutes) are known words;
/// `no nuts` excludes recipes that mention nuts; any other text must occur in the title, the
/// cuisine or the ingredients.
struct RecipeCondition {
  /// The condition, with one `?` for each value.
  let sql: String
  let values: [SQLValue]

  init(_ constraints: [String]) {
    var terms: [String] = []
    var values: [SQLValue] = []
    for constraint in constraints {
      let text = constraint.lowercased()
      switch text {
      case "vegetarian": terms.append("vegetarian = 1")
      case "vegan": terms.append("vegan = 1")
      case "gluten-free": terms.append("gluten_free = 1")
      case "quick": terms.append("minutes <= 30")
      default:
        let isExclusion = text.hasPrefix("no ")
        let word = isExclusion ? String(text.dropFirst(3)) : text
        terms.append(
          (isExclusion ? "NOT " : "")
            + "(title || ' ' || cuisine || ' ' || ingredients) LIKE ? ESCAPE '\\'"
        )
        values.append(.text(Database.pattern(containing: word)))
      }
    }
    sql = terms.isEmpty ? "1" : terms.joined(separator: " AND ")
    self.values = values
  }
}
