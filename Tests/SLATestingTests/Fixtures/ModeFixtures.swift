// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing
import XCTest

/// Loads whose size the environment decides, and who says how often they ran.
@Suite struct ModeFixtures {
  @Test(.load(.users(4, requests: 40)), .sla(.errorRate <= 0.5))
  func loadedBody() async throws {
    print("body of loadedBody")
    try await api.health()
  }

  @Test(.sla(.errorRate <= 0.5)) func bodyWithAnSLA() async throws {
    print("body of bodyWithAnSLA")
  }

  @Suite(.load(.sequential(20)), .sla(.errorRate <= 0.5)) struct OnASuite {
    @Test func bodyInASuite() async throws { print("body of bodyInASuite") }
  }

  @Test func loadInTheBody() async throws {
    let report = try await LoadTest("GET /health", .users(4, requests: 40)) { _ in
      print("operation of loadInTheBody")
      try await api.health()
    }.run()
    print("load: \(report.load ?? ""), warnings: \(report.warnings)")
  }
}

final class XCTestModeFixtures: XCTestCase {
  func testLoad() async throws {
    let report = try await LoadTest("GET /health", .sequential(40)) { _ in
      print("operation of testLoad")
      try await api.health()
    }.run()
    print("load: \(report.load ?? ""), warnings: \(report.warnings)")
  }
}
