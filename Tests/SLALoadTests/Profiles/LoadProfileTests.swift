// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct LoadProfileTests {
  @Test(arguments: [
    (LoadProfile.sequential(1), "1 user, 1 request"),
    (.sequential(50), "1 user, 50 requests"),
    (.users(16, requests: 240), "16 users, 240 requests"),
    (.users(2, for: .milliseconds(1_500)), "2 users for 1500 ms"),
    (.users(10, for: .seconds(30)), "10 users for 30 s"),
    (.users(4, iterationsEach: 3), "4 users, 3 iterations each"),
    (.users(40, spawnRate: 8, for: .seconds(300)), "40 users for 300 s, 8 more each second"),
    (
      .users(2, requests: 9).thinking(for: .seconds(1) ... .seconds(2)),
      "2 users, 9 requests, thinking 1 s to 2 s"
    ),
    (.burst(50), "burst of 50"),
    (
      .arrivals(perSecond: 200, for: .seconds(10), maxInFlight: 500),
      "arrivals at 200 /s for 10 s, evenly spaced, at most 500 in flight"
    ),
    (
      .phases([.phase("burst", .burst(50)), .pause(.seconds(1)), .phase("after", .sequential(5))]),
      "burst (burst of 50); pause 1 s; after (1 user, 5 requests)"
    ),
  ])
  func profilesSayWhatTheyOffer(profile: LoadProfile, expected: String) {
    #expect("\(profile)" == expected)
  }

  @Test func sequentialIsOneUser() {
    #expect(LoadProfile.sequential(50) == .users(1, requests: 50))
    #expect(LoadProfile.sequential(50) != .users(2, requests: 50))
  }

  @Test func whatMakesNoSenseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = LoadProfile.burst(5).thinking(for: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadPhase.phase("outer", .phases([.phase("inner", .sequential(1))]))
    }
    await #expect(processExitsWith: .failure) { _ = LoadPhase.pause(.seconds(-1)) }
    await #expect(processExitsWith: .failure) {
      _ = LoadProfile.phases([
        .phase("a", .sequential(1)), .pause(.seconds(1)), .phase("a", .burst(1)),
      ])
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadProfile.users(1, spawnRate: 0, for: .seconds(1))
    }
  }
}
