// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// How the service takes more and more requests at once.
  @Suite(.serialized) struct ConcurrencyChecks {
    static let limits: SLA = [.successRate >= 0.95, .max <= .seconds(2)]

    @Test(arguments: [10, 25, 50, 100])
    func requestsAtOnce(count: Int) async throws {
      let api = try await APIUnderTest.client()
      let report = try await LoadTest("GET /health, \(count) at once", .burst(count)) { _ in
        try await api.get("health")
      }.run()
      print(report.table(Self.limits))
      expectSLA(report, Self.limits)
      #expect(report.count == count)
    }

    @Test func fiftyRequestsOverFourEndpoints() async throws {
      let api = try await APIUnderTest.client()
      let paths = ["health", "estimate", "executions", "cost"]
      let mix = Scenario("mixed endpoints") {
        for path in paths { Flow("GET /\(path)") { _ in try await api.get(path) } }
      }
      let report = try await LoadTest(mix, .burst(50)).run()
      print(report.table(Self.limits), report.operationLines, separator: "")
      expectSLA(report, Self.limits)
      #expect(report.count == 50)
      #expect(report.operations.map(\.name) == paths.map { "GET /\($0)" })
      #expect(report.operations.allSatisfy { $0.count >= 5 }, "\(report.operationLines)")
    }
  }
}
