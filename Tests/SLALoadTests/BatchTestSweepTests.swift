// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct BatchTestSweepTests {
  private let seen = Shared<[Int]>([])
  private let prepared = Shared<Int>(0)

  /// Holds the thread for so many seconds.
  private func block(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

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

  /// It ends in the midst of the next run, at whose end nothing is left.
  @Test(.timeLimit(.minutes(1))) func theNextRunSaysWhatWasLeftBesideIt() async throws {
    let isFirst = Shared(true)
    let isReleased = Shared(false)
    let batch = BatchTest("ingest", 0..<2, execution: .blocking) { item, _ in
      guard item == 0 else { return }
      guard isFirst.value else { return isReleased.change { $0 = true } }
      isFirst.change { $0 = false }
      while !isReleased.value { block(0.001) }
    }
    .timeout(.seconds(1)).load { $0.gracePeriod(.milliseconds(30)) }
    let sweep = try await batch.sweep(concurrency: [1, 2])
    for step in sweep.steps {
      #expect(step.runs[0].warnings.contains(.itemsAtWork(1)), "\(step.runs[0].warnings)")
    }
    // Once it has ended no run says so any more.
    while try await batch.run().loadReport.warnings.contains(.itemsAtWork(1)) {}
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try await BatchTest("ingest", [1, 2]) { _, _ in }.sweep(concurrency: [0])
    }
  }
}
