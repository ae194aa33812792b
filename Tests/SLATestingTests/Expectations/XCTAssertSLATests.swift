// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import XCTest

/// In XCTest on purpose: the paths that fail are in the nested package, see `ExitCodeTests`.
final class XCTAssertSLATests: XCTestCase {
  private var calls = 0

  /// Compiles only if a sequential operation may capture the test case, which is not `Sendable`.
  func testSequentialOperationsMayUseTheTestCase() async throws {
    let report = try await LoadTest("work", .sequential(50)) { _ in self.calls += 1 }.run()
    XCTAssertEqual(calls, 50)
    XCTAssertSLA(report, .errorRate <= 0, .p95 <= .seconds(60))
    XCTAssertSLA(report, [.errorRate <= 0, .p95 <= .seconds(60)])
    expectSLA(report, .successRate >= 1)
    XCTAssertP95(report, within: .seconds(60))
    XCTAssertP95(try XCTUnwrap(report.operation("work")), within: .seconds(60))
  }
}
