// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import recipe_service

final class CommandOptionsTests: XCTestCase {
  func testReadsOptions() throws {
    let table: [(arguments: [String], port: UInt16, path: String?, wantsHelp: Bool)] = [
      ([], 8080, nil, false),
      (["--port", "0"], 0, nil, false),
      (["--port", "65535", "--database", "a b.sqlite"], 65_535, "a b.sqlite", false),
      (["--port", "1", "--port", "2"], 2, nil, false),
      (["--database", "--port"], 8080, "--port", false),
      (["--help"], 8080, nil, true),
      (["-h"], 8080, nil, true),
    ]
    for (arguments, port, path, wantsHelp) in table {
      let options = try CommandOptions(arguments)
      XCTAssertEqual(options.port, port, "\(arguments)")
      XCTAssertEqual(options.databasePath, path, "\(arguments)")
      XCTAssertEqual(options.wantsHelp, wantsHelp, "\(arguments)")
    }
  }

  func testRefusesEverythingElse() {
    let port = "--port needs a number from 0 to 65535"
    let path = "--database needs the path of a file"
    let table: [(arguments: [String], reason: String)] = [
      (["--port"], port), (["--port", ""], port), (["--port", "65536"], port),
      (["--port", "-1"], port), (["--port", "+1"], port), (["--port", "http"], port),
      (["--port", "\u{663}"], port),
      (["--database"], path), (["--database", ""], path),
      (
        ["--prot", "1"],
        "unknown option --prot; the options are --port N, --database PATH, --help"
      ),
      (["8080"], "unknown option 8080; the options are --port N, --database PATH, --help"),
    ]
    for (arguments, reason) in table {
      XCTAssertThrowsError(try CommandOptions(arguments), "\(arguments)") {
        XCTAssertEqual("\($0)", reason, "\(arguments)")
      }
    }
  }

  func testUsageNamesEveryOptionAndTheLimitOfAFile() {
    for text in ["--port N", "--database PATH", "--help", "RECIPES_SLOW_MS", "one process"] {
      XCTAssert(CommandOptions.usage.contains(text), text)
    }
  }
}
