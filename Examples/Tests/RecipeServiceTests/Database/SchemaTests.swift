// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

@testable import RecipeService

final class SchemaTests: XCTestCase {
  func testSchemaOfAnotherProgramIsRefused() throws {
    let file = try DatabaseFile.prepared(at: nil, for: "recipe-service")
    defer { file.remove() }
    let database = try Database(path: file.path)
    try database.execute("CREATE TABLE t (i INTEGER)")
    XCTAssertThrowsError(try database.prepareSchema()) {
      XCTAssertEqual(
        "\($0)",
        "the database has schema version 0 and 1 tables, not those of this service; "
          + "give the path of a new file"
      )
    }
  }
}
