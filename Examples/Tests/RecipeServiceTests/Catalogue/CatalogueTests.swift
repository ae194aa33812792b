// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

@testable import RecipeService

final class CatalogueTests: XCTestCase {
  func testGeneratorFollowsFromItsSeed() {
    func recipes(seed: UInt64) -> [RecipeGenerator.Recipe] {
      var generator = RecipeGenerator(seed: seed)
      return (0..<50).map { _ in generator.next() }
    }
    XCTAssertEqual(recipes(seed: 1), recipes(seed: 1))
    XCTAssertNotEqual(recipes(seed: 1), recipes(seed: 2))
  }

  func testSearchTakesWildcardsAsTheyStand() throws {
    let database = try seeded()
    XCTAssertEqual(try database.recipes(matching: "%").count, 0)
    XCTAssertEqual(try database.recipes(matching: "_").count, 0)
    XCTAssertEqual(try database.recipes(matching: "\\").count, 0)
    // A mark after a wildcard makes one character with it, but SQLite sees two.
    XCTAssertEqual(Database.pattern(containing: "%\u{301}_\u{301}"), "%\\%\u{301}\\_\u{301}%")
    XCTAssertEqual(Database.pattern(containing: "a\r\n\\b"), "%a\r\n\\\\b%")
    XCTAssertEqual(try database.recipes(matching: "'; DROP TABLE recipes; --").count, 0)
    let all = try database.recipes(matching: "g")
    XCTAssertEqual(all.count, Database.seededRecipes)
    XCTAssertEqual(all.recipes.count, Database.searchLimit)
  }

  func testConditionsHold() throws {
    let database = try seeded()
    let session = try database.insertSession(name: "")
    for text in ["Quick", "no bacon", "tomatoes", "italian"] {
      _ = try database.insertConstraint(text, sessionID: session.id)
    }
    let first = try database.generateVersion(sessionID: session.id)
    XCTAssertFalse(first.recipes.isEmpty)
    for recipe in first.recipes {
      XCTAssertLessThanOrEqual(recipe.minutes, 30)
      XCTAssertEqual(recipe.cuisine, "Italian")
      XCTAssert(recipe.ingredients.contains("tomatoes"))
      XCTAssertFalse(recipe.ingredients.contains("bacon"))
    }
    let second = try database.generateVersion(sessionID: session.id)
    XCTAssertEqual(second.number, 2)
    XCTAssertNotEqual(second.recipes, first.recipes)
    XCTAssertEqual(try database.versions(sessionID: session.id), [second, first])
    _ = try database.insertConstraint("vegan", sessionID: session.id)
    _ = try database.insertConstraint("beef", sessionID: session.id)
    XCTAssertEqual(try database.generateVersion(sessionID: session.id).recipes, [])
  }

  func testSessionTakesSoManyConstraints() throws {
    let database = try seeded()
    let id = try database.insertSession(name: "").id
    for number in 1...Database.constraintsPerSession {
      _ = try database.insertConstraint("no \(number)", sessionID: id)
    }
    _ = try database.insertConstraint("no 1", sessionID: id)
    XCTAssertThrowsError(try database.insertConstraint("one more", sessionID: id)) {
      XCTAssertEqual($0 as? SessionError, .tooManyConstraints(limit: 20))
    }
    XCTAssertNoThrow(try database.generateVersion(sessionID: id))
  }

  func testSumsAgree() throws {
    let database = try seeded()
    let summary = try database.summary()
    XCTAssertEqual(summary.recipes, Database.seededRecipes)
    XCTAssertEqual(summary.cuisines.reduce(0) { $0 + $1.executions }, Database.seededExecutions)
    let days = try database.costByDay(days: 365)
    XCTAssertEqual(days.count, Database.seededDays)
    XCTAssertEqual(
      days.reduce(0) { $0 + $1.costMicrodollars },
      summary.cuisines.reduce(0) { $0 + $1.costMicrodollars }
    )
    XCTAssertEqual(try database.costByDay(days: 1).map(\.day), ["2026-03-31"])
    XCTAssertEqual(try database.latestExecutions(limit: 100).count, 100)
  }

  func testEstimateGrowsWithTheFiles() throws {
    let database = try seeded()
    let one = try database.estimate(files: 1, runtimeSeconds: nil)
    let ten = try database.estimate(files: 10, runtimeSeconds: nil)
    XCTAssertGreaterThan(one.costMicrodollars, 0)
    XCTAssertGreaterThan(ten.costMicrodollars, 9 * one.costMicrodollars)
    XCTAssertEqual(try database.estimate(files: 1, runtimeSeconds: 3).runtimeSeconds, 3)
  }

  private func seeded() throws -> Database {
    let file = try DatabaseFile.prepared(at: nil, for: "recipe-service")
    addTeardownBlock { file.remove() }
    let database = try Database(path: file.path)
    try database.prepareSchema()
    return database
  }
}
