// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct OpenLoadTests {
  private let load = OpenLoad(
    .stages(
      [.ramp(from: 0, to: 100, for: .seconds(2)), .hold(perSecond: 100, for: .seconds(3))],
      .even
    ),
    maxInFlight: 50
  )

  @Test func burstsComeAtOnce() {
    let burst = OpenLoad(.burst(5), maxInFlight: 5)
    #expect(Array(burst.times(seed: 1)) == [0, 0, 0, 0, 0])
    #expect(burst.duration == 0 && burst.workers == 5 && "\(burst)" == "burst of 5")
    #expect(OpenLoad(.burst(0), maxInFlight: 0).workers == 0)
  }

  @Test func stagesAddUp() {
    #expect(load.duration == 5_000_000_000 && load.expectedArrivals == 400)
    #expect(Array(load.times(seed: 0)).count == 400)
    #expect(load.workers == 50)
    #expect(
      "\(load)"
        == "arrivals at 0 to 100 /s in 2 s, then 100 /s for 3 s, evenly spaced, at most 50 in flight"
    )
  }

  @Test func noMoreWorkersThanArrivalsAreNeeded() {
    let few = OpenLoad(.stages([.hold(perSecond: 10, for: .seconds(1))], .even), maxInFlight: 500)
    #expect(few.workers == 11)
    let random = OpenLoad(
      .stages([.hold(perSecond: 10, for: .seconds(1))], .poisson),
      maxInFlight: 500
    )
    #expect(random.workers == 500)
  }

  @Test func warmUpsTakeTheFirstPart() {
    let first = load.lasting(1_000_000_000)
    #expect(first.duration == 1_000_000_000 && first.expectedArrivals == 25)
    // Longer than the load: its last rate goes on.
    let longer = load.lasting(7_000_000_000)
    #expect(longer.duration == 7_000_000_000 && longer.expectedArrivals == 600)
  }

  @Test func aLimitBelowOneTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = LoadProfile.arrivals(perSecond: 1, for: .seconds(1), maxInFlight: 0)
    }
    await #expect(processExitsWith: .failure) { _ = LoadProfile.burst(-1) }
  }
}
