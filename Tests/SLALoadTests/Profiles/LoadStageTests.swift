// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct LoadStageTests {
  @Test(arguments: [
    (LoadStage.hold(perSecond: 200, for: .seconds(10)), "200 /s for 10 s"),
    (.ramp(from: 0, to: 2.5, for: .milliseconds(500)), "0 to 2.5 /s in 500 ms"),
  ])
  func stagesSayWhatTheyOffer(stage: LoadStage, expected: String) {
    #expect("\(stage)" == expected)
  }

  @Test func whatIsNoRateTraps() async {
    await #expect(processExitsWith: .failure) { _ = LoadStage.hold(perSecond: -1, for: .zero) }
    await #expect(processExitsWith: .failure) {
      _ = LoadStage.hold(perSecond: .infinity, for: .seconds(1))
    }
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LoadStage.ramp(from: 1, to: -2.5, for: .seconds(1))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("arrivals per second must be a finite number in 0... (was -2.5)"))
  }
}
