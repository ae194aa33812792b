// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct BatchTestSweepTests {
  private let seen = Shared<[Int]>([])
  private let prepared = Shared<Int>(0)

  @Test func eachRunProcessesAllItemsAfterItsPreparation() async throws {
    let sweep = try await BatchTest("ingest", 0..<30, concurrency: 1) { item, _ in
      seen.change { $0.append(item) }
    }
    .prepare { prepared.change { $0 += 1 } }
    .sweep(concurrency: [1, 5], repeats: 2)
    #expect(sweep.name == "ingest" && sweep.steps.map(\.users) == [1, 5])
    #expect(sweep.steps.allSatisfy { $0.runs.map(\.count) == [30, 30] } && prepared.value == 4)
    #expect(seen.value.sorted() == (0..<30).flatMap { Array(repeating: $0, count: 4) })
    #expect(sweep.steps[1].runs[0].load == "30 items, 5 at once")
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try await BatchTest("ingest", [1, 2]) { _, _ in }.sweep(concurrency: [0])
    }
  }
}
