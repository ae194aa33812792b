// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct UserTurnsTests {
  private struct NeverBegun: Error {}

  private let begun = Shared<[Int]>([])

  /// Every other item waits for the next one to begin.
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func soManyItemsAreInWorkAtOnce(execution: LoadExecution) async throws {
    let report = try await BatchTest("pairs", 0..<64, concurrency: 4, execution: execution) {
      item,
      _ in
      begun.change { $0.append(item) }
      let end = ContinuousClock.now + .seconds(20)
      while item.isMultiple(of: 2), !begun.value.contains(item + 1) {
        guard ContinuousClock.now < end else { throw NeverBegun() }
        try await Task.sleep(for: .milliseconds(1))
      }
    }.run()
    #expect(report.successCount == 64)
  }

  @Test(arguments: [1, 4])
  func itemsBeginInTheirOrder(concurrency: Int) async throws {
    _ = try await BatchTest("ordered", 0..<640, concurrency: concurrency, execution: .blocking) {
      item,
      _ in
      begun.change { $0.append(item) }
    }.run()
    let order = begun.value
    // Each of the other workers may be about to begin an item before this one.
    #expect(order.count == 640 && zip(order, 0...).allSatisfy { $0 - $1 < concurrency })
    if concurrency == 1 { #expect(order == Array(0..<640)) }
  }
}
