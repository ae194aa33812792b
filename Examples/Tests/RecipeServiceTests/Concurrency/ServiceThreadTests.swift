// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import XCTest

@testable import RecipeService

final class ServiceThreadTests: XCTestCase {
  func testGroupWaitsForTheBody() throws {
    let group = DispatchGroup()
    let gate = DispatchSemaphore(value: 0)
    try ServiceThread.start("test", in: group) { gate.wait() }
    XCTAssertEqual(group.wait(timeout: .now()), .timedOut)
    gate.signal()
    XCTAssertEqual(group.wait(timeout: .now() + 30), .success)
  }

  func testThreadThatCannotStartLeavesTheGroup() {
    let group = DispatchGroup()
    XCTAssertThrowsError(
      try ServiceThread.start("test", in: group, stackBytes: 1 << 60) { XCTFail("has started") }
    ) { XCTAssert("\($0)".hasPrefix("cannot start a thread: "), "\($0)") }
    XCTAssertEqual(group.wait(timeout: .now()), .success)
  }
}
