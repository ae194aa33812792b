// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Synchronization
import Testing

@Suite struct AlarmClockTests {
  private let now = TimeSource.monotonic.nanoseconds()

  @Test func alarmsGoOffInOrderAndNotBeforeTheirTime() async {
    let order = Shared<[Int]>([])
    let early = Atomic<Int>(0)
    for number in [3, 1, 4, 0, 2] {
      let deadline = now + 20_000_000 + Int64(number) * 5_000_000
      _ = AlarmClock.shared.set(at: deadline) {
        if TimeSource.monotonic.nanoseconds() < deadline {
          early.wrappingAdd(1, ordering: .relaxed)
        }
        order.change { $0.append(number) }
      }
    }
    while order.value.count < 5 {
      _ = await sleep(until: .min)
      await Task.yield()
    }
    #expect(order.value == [0, 1, 2, 3, 4])
    #expect(early.load(ordering: .relaxed) == 0)
  }

  @Test func cancelledAlarmsDoNotGoOff() async {
    let rung = Shared<Set<Int>>([])
    let alarms = (0..<500).map { number in
      AlarmClock.shared.set(at: now + 50_000_000) {
        rung.change { _ = $0.insert(number) }
      }
    }
    for number in 0..<500 where number % 10 != 0 { AlarmClock.shared.cancel(alarms[number]) }
    while rung.value.count < 50 { await Task.yield() }
    #expect(await sleep(until: TimeSource.monotonic.nanoseconds() + 20_000_000))
    #expect(rung.value == Set((0..<50).map { $0 * 10 }))
  }

  @Test func sleepEndsAtItsTimeOrWithItsTask() async {
    let end = TimeSource.monotonic.nanoseconds() + 20_000_000
    #expect(await sleep(until: end))
    #expect(TimeSource.monotonic.nanoseconds() >= end)
    let sleeper = Task { await sleep(until: .max) }
    sleeper.cancel()
    #expect(await sleeper.value == false)
  }
}
