// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLALoad

@Suite struct LoadCountersTests {
  @Test func countsOfManyThreadsAddUp() async {
    let counters = LoadCounters()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for _ in 0..<1_000 { counters.add(1, to: "all") }
          counters.add(task, to: "task \(task)")
        }
      }
    }
    let counts = counters.counts
    #expect(counts.first { $0.name == "all" }?.count == 8_000)
    #expect(counts.count == 9 && counts.first { $0.name == "task 7" }?.count == 7)
    #expect(counts.first { $0.name == "task 0" }?.count == 0)
  }

  @Test func namesAreInTheOrderInWhichTheyCame() {
    let counters = LoadCounters()
    for name in ["c", "a", "b", "a"] { counters.add(1, to: name) }
    #expect(counters.counts.map(\.name) == ["c", "a", "b"])
    #expect(counters.counts.map(\.count) == [1, 2, 1])
    #expect(LoadCounters().counts.isEmpty)
  }

  @Test func namesBeyondTheLimitShareACounter() {
    let counters = LoadCounters()
    for number in 0..<250 { counters.add(2, to: "\(number)") }
    counters.add(1, to: "7")
    #expect(counters.counts.count == 201 && counters.counts.last?.name == "further counters")
    #expect(counters.counts.last?.count == 100 && counters.counts[7].count == 3)
  }
}
