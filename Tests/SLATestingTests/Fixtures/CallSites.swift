// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing
import XCTest

/// Call sites that must compile in every language mode a user may have.
final class CallSites: XCTestCase {
  private var calls = 0

  private func helper() async throws { calls += 1 }

  func testMethodsOfTheTestCase() async throws {
    let report = try await LoadTest("method", .sequential(30)) { _ in try await self.helper() }
      .run()
    let recorder = LatencyRecorder("method")
    for _ in 0..<20 {
      try await recorder.time { try await self.helper() }
    }
    try await exclusively { try await self.helper() }
    let alone = try await exclusively {
      try await LoadTest("alone", .sequential(30)) { _ in try await self.helper() }.run()
    }
    XCTAssertEqual(calls, 81)
    XCTAssertSLA(alone, .errorRate <= 0)
    XCTAssertSLA(report, .errorRate <= 0)
    XCTAssertSLA(recorder, .errorRate <= 0)
  }
}

actor Keeper {
  var count = 0

  func loadAlone() async throws -> LoadReport { try await exclusively { try await load() } }

  func load() async throws -> LoadReport {
    try await LoadTest("actor", .sequential(20)) { _ in self.count += 1 }.run()
  }
}

@MainActor final class Screen {
  var count = 0

  func loadAlone() async throws -> LoadReport { try await exclusively { try await load() } }

  func load() async throws -> LoadReport {
    try await LoadTest("main actor", .sequential(20)) { _ in self.count += 1 }.run()
  }
}

enum Operations {
  static func yield(_ context: LoadContext) async throws { await Task.yield() }
}

@Test func callSites() async throws {
  let requirements: SLA = [.errorRate <= 0, .max <= .seconds(60)]
  expectSLA(try await Keeper().load(), requirements)
  expectSLA(try await Screen().load(), requirements)
  expectSLA(try await Keeper().loadAlone(), requirements)
  expectSLA(try await Screen().loadAlone(), requirements)
  expectSLA(
    try await LoadTest("static", .users(2, requests: 40), operation: Operations.yield).run(),
    requirements
  )
  let captured = LatencyRecorder("sync")
  for number in 0..<20 { captured.time { _ = number * number } }
  expectSLA(captured, requirements)
}

@Test(.exclusive, .sla([.errorRate <= 0, .max <= .seconds(60)]), .load(.sequential(2)))
func listInATrait() {}
