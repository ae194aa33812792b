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
  ])
  func profilesSayWhatTheyOffer(profile: LoadProfile, expected: String) {
    #expect("\(profile)" == expected)
  }

  @Test func sequentialIsOneUser() {
    #expect(LoadProfile.sequential(50) == .users(1, requests: 50))
    #expect(LoadProfile.sequential(50) != .users(2, requests: 50))
  }
}
