// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct LoadProfileModesTests {
  private static let phases = LoadProfile.phases([
    .phase("burst", .burst(50)), .pause(.seconds(1)),
    .phase("steady", .arrivals(perSecond: 200, for: .seconds(10))),
    .phase("recovery", .sequential(5)), .phase("none", .sequential(0)),
  ])

  @Test(
    arguments: [
      (.sequential(50), 1, "1 user, 1 request"),
      (.users(16, requests: 240), 1, "1 user, 1 request"),
      (.users(16, requests: 240), 3, "1 user, 3 requests"),
      (.users(16, iterationsEach: 3), 1, "1 user, 1 request"),
      (.users(4, spawnRate: 1, for: .seconds(9)), 1, "1 user, 1 request"),
      (.users(4, requests: 9).thinking(for: .seconds(1)), 1, "1 user, 1 request"),
      (.arrivals(perSecond: 200, for: .seconds(10), spacing: .poisson), 1, "burst of 1"),
      (.arrivals(perSecond: 200, for: .seconds(10)), 2, "1 user, 2 requests"),
      (.burst(50), 1, "burst of 1"),
      (
        phases, 1,
        """
        burst (burst of 1); steady (burst of 1); recovery (1 user, 1 request); none (0 users, 0 requests)
        """
      ),
      // What offers nothing goes on offering nothing.
      (.users(0, requests: 240), 1, "0 users, 0 requests"),
      (.users(16, requests: 0), 2, "0 users, 0 requests"),
      (.users(16, iterationsEach: 0), 1, "0 users, 0 requests"),
      (.burst(0), 1, "0 users, 0 requests"),
      (.arrivals(perSecond: 0, for: .seconds(10)), 1, "0 users, 0 requests"),
      (.phases([.pause(.seconds(1))]), 1, ""),
    ] as [(LoadProfile, Int, String)]
  )
  func smokeMakesEachOperationOnce(profile: LoadProfile, operations: Int, expected: String) {
    #expect("\(profile.smoke(operations: operations))" == expected)
  }

  @Test func nothingKeepsThePhases() {
    #expect("\(LoadProfile.users(16, requests: 240).nothing)" == "0 users, 0 requests")
    #expect(
      "\(LoadProfile.phases([.phase("a", .burst(5)), .pause(.seconds(1))]).nothing)"
        == "a (0 users, 0 requests)"
    )
  }

  @Test(
    arguments: [
      (.users(16, requests: 2_400), 0.1, "16 users, 240 requests"),
      (.users(16, requests: 240), 2.5, "16 users, 600 requests"),
      // As many requests as there are users, and no more where there were fewer.
      (.users(16, requests: 100), 0.1, "16 users, 16 requests"),
      (.users(16, requests: 10), 0.1, "16 users, 10 requests"),
      (.sequential(50), 0.001, "1 user, 1 request"),
      (.sequential(1), 0.5, "1 user, 1 request"),
      (.sequential(0), 0.5, "1 user, 0 requests"),
      (.users(2, requests: .max), 100, "2 users, \(Int.max) requests"),
      (.users(4, iterationsEach: 30), 0.1, "4 users, 3 iterations each"),
      (.users(4, iterationsEach: 3), 0.01, "4 users, 1 iteration each"),
      (.users(10, for: .seconds(30)), 0.1, "10 users for 3 s"),
      (.users(10, for: .seconds(30)), 1e-6, "10 users for 100 ms"),
      (.users(10, for: .milliseconds(50)), 0.1, "10 users for 50 ms"),
      (.users(10, for: .zero), 10, "10 users for 0 s"),
      // The last of 40 users comes when 4.9 s of 300 are over, and 0.49 s of 30.
      (
        .users(40, spawnRate: 8, for: .seconds(300)), 0.1, "40 users for 30 s, 80 more each second"
      ),
      (
        .users(2, requests: 200).thinking(for: .seconds(1)), 0.1,
        "2 users, 20 requests, thinking 1 s"
      ),
      (.burst(50), 0.1, "burst of 50"),
      (
        .arrivals(perSecond: 200, for: .seconds(10), maxInFlight: 500), 0.1,
        "arrivals at 200 /s for 1 s, evenly spaced, at most 500 in flight"
      ),
      (
        .stages(
          [.ramp(from: 0, to: 100, for: .seconds(10)), .hold(perSecond: 100, for: .seconds(1))],
          spacing: .poisson
        ), 0.05,
        "arrivals at 0 to 100 /s in 500 ms, then 100 /s for 100 ms, Poisson, at most 1000 in flight"
      ),
      (
        .phases([
          .phase("burst", .burst(50)), .pause(.seconds(10)), .phase("after", .sequential(50)),
        ]), 0.1, "burst (burst of 50); pause 1 s; after (1 user, 5 requests)"
      ),
    ] as [(LoadProfile, Double, String)]
  )
  func scalingChangesTimesAndNumbersButNotStrength(
    profile: LoadProfile,
    factor: Double,
    expected: String
  ) {
    #expect("\(profile.scaled(by: factor))" == expected)
  }

  @Test func spawnRatesStayFinite() {
    for (rate, factor) in [(Double.greatestFiniteMagnitude, 0.001), (.leastNonzeroMagnitude, 100)] {
      let profile = LoadProfile.users(2, spawnRate: rate, for: .seconds(1_000))
      #expect("\(profile.scaled(by: factor))".contains("more each second"))
    }
  }

  @Test func scalingByOneChangesNothing() {
    #expect(Self.phases.scaled(by: 1) == Self.phases)
  }
}
