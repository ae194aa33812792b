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
      let target = try await APIUnderTest.target()
      let name = "GET /health, \(count) at once"
      let report = try await LoadTest(name, http: target, get: "/health", .burst(count)).run()
      print(report.table(Self.limits))
      expectSLA(report, Self.limits)
      #expect(report.count == count)
    }

    @Test func fiftyRequestsOverFourEndpoints() async throws {
      let target = try await APIUnderTest.target()
      let paths = ["/health", "/estimate", "/executions", "/cost"]
      let mix = Scenario("mixed endpoints") { _ in
        try target.session()
      } flows: {
        for path in paths { Flow("GET \(path)") { try await $0.state.get(path) } }
      }
      let report = try await LoadTest(mix, .burst(50)).run()
      print(report.table(Self.limits))
      expectSLA(report, Self.limits)
      #expect(report.count == 50)
      #expect(report.operations.map(\.name) == paths.map { "GET \($0)" })
      #expect(report.operations.allSatisfy { $0.count >= 5 }, "\(report.table())")
    }
  }
}
