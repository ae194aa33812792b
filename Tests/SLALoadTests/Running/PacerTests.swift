// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// The loop that follows planned times, by a clock that moves only when it sleeps.
@Suite struct PacerTests {
  private let clock = ManualClock(nanoseconds: 0)

  private func begun(
    _ times: [Int64],
    lead: Int64 = 0,
    isStopped: @escaping () -> Bool = { false },
    onBegin: (Int) -> Void = { _ in }
  ) -> [(number: Int, planned: Int64, at: Int64)] {
    let time = clock.source
    let pacer = Pacer(
      origin: 1_000,
      lead: lead,
      time: time,
      sleep: { deadline in
        let now = time.nanoseconds()
        #expect(deadline > now && deadline - now <= 50_000_000)
        clock.advance(by: .nanoseconds(deadline - now))
      },
      isStopped: isStopped
    )
    var begun: [(Int, Int64, Int64)] = []
    pacer.follow(times.makeIterator()) { number, planned in
      begun.append((number, planned, time.nanoseconds()))
      onBegin(number)
    }
    return begun
  }

  @Test func eachBeginsAtItsTime() {
    let times = (0..<100).map { Int64($0) * 7_000_000 }
    for (number, planned, now) in begun(times) {
      #expect(planned == times[number] + 1_000 && now == planned)
    }
  }

  @Test func eachIsHandedOverByTheLeadBefore() {
    let begun = begun([1_000_000, 400_000_000], lead: 100_000)
    #expect(begun.map(\.at) == [901_000, 399_901_000])
    #expect(begun.map(\.planned) == [1_001_000, 400_001_000])
  }

  /// After a second in which nothing ran, what was due begins at once, with its old time.
  @Test func whatIsLateBeginsAtOnceAndKeepsItsTime() {
    let times = (0..<20).map { Int64($0) * 100_000_000 }
    let begun = begun(
      times,
      onBegin: { number in if number == 4 { clock.advance(by: .seconds(1)) } }
    )
    #expect(begun.map(\.planned) == times.map { $0 + 1_000 })
    #expect(begun[5...14].allSatisfy { $0.at == 1_400_001_000 })
    #expect(begun[15].at == begun[15].planned)
  }

  @Test func aStopEndsEvenALongWait() {
    let stopAt: Int64 = 200_000_000
    let time = clock.source
    let begun = begun([0, 3_600_000_000_000], isStopped: { time.nanoseconds() >= stopAt })
    #expect(begun.count == 1)
    #expect(time.nanoseconds() < stopAt + 60_000_000)
  }

  @Test func theRestOfThePlanIsWaitedForUnlessStopped() {
    let time = clock.source
    let waiter = { (isStopped: @escaping () -> Bool) in
      Pacer(
        origin: 0,
        lead: 0,
        time: time,
        sleep: { clock.advance(by: .nanoseconds($0 - time.nanoseconds())) },
        isStopped: isStopped
      )
    }
    #expect(waiter({ false }).wait(until: 500_000_000) && time.nanoseconds() == 500_000_000)
    #expect(!waiter({ time.nanoseconds() >= 600_000_000 }).wait(until: .max))
    #expect(time.nanoseconds() < 660_000_000)
  }
}
