// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// How the service recovers from a burst.
  @Suite(.serialized) struct BurstChecks {
    /// Of fifty requests at once.
    static let burst: SLA = [.p95 <= .seconds(2), .successRate >= 0.95]
    /// Of single requests a second later.
    static let recovery: SLA = [.mean <= .milliseconds(500), .errorRate <= 0]

    @Test(arguments: ["/health", "/estimate", "/recipes?q=soup"])
    func recoversWithinASecond(path: String) async throws {
      let profile = LoadProfile.phases([
        .phase("burst", .burst(50)), .pause(.seconds(1)), .phase("recovery", .sequential(5)),
      ])
      let report = try await Self.load(path, profile)
      #expect(report.count == 55)

      let burst = try #require(report.phase("burst"))
      print(burst.table(Self.burst))
      expectSLA(burst, Self.burst)
      #expect(burst.count == 50)

      let recovery = try #require(report.phase("recovery"))
      print(recovery.table(Self.recovery))
      expectSLA(recovery, Self.recovery)
      #expect(recovery.count == 5)
    }

    /// What a burst leaves behind, such as connections, must not slow down the next.
    @Test func burstsDoNotAddUp() async throws {
      let names = (1...4).map { "burst \($0)" }
      let bursts = names.flatMap { [LoadPhase.phase($0, .burst(50)), .pause(.milliseconds(200))] }
      let report = try await Self.load("/summary", .phases(bursts))
      #expect(report.phases.map(\.name) == names)
      for burst in report.phases {
        print(burst.table(Self.burst))
        expectSLA(burst, Self.burst)
      }

      let first = try #require(report.phases.first?.latency).mean
      let last = try #require(report.phases.last?.latency).mean
      print("mean of the first \(milliseconds(first)), of the last \(milliseconds(last))")
      #expect(last <= first * 2 + .milliseconds(500))
    }

    private static func load(_ path: String, _ profile: LoadProfile) async throws -> LoadReport {
      try await LoadTest(http: APIUnderTest.target(), get: path, profile).run()
    }
  }
}
