// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct JudgeTests {
  @Test func looksBecomeRarer() {
    var count = 10
    var looks = 0
    while count < 1_000_000 {
      let next = Judge.look(after: count)
      #expect(next > count && next <= max(count + 1, count * 21 / 20))
      count = next
      looks += 1
    }
    #expect(looks < 300)
  }

  /// The first operation never ends: a load by requests would wait for it for ever, a timed one for its hour.
  @Test(arguments: [
    LoadProfile.users(2, requests: 1_000), .users(2, for: .seconds(3_600)),
    .arrivals(perSecond: 200, for: .seconds(3_600), maxInFlight: 4),
  ])
  func whatHangsWhenItIsDecidedIsCutAfterTheGracePeriod(profile: LoadProfile) async throws {
    let report = try await withTimeout(.seconds(120)) {
      try await LoadTest("work", profile) { context in
        if context.iteration == 0 { await neverEnding() }
      }.gracePeriod(.milliseconds(50)).stopEarly { $0.count >= 20 }.run()
    }
    #expect(report.count >= 20 && report.generator?.isStoppedEarly == true)
    #expect(report.generator?.abandonedCount == 1)
  }
}
