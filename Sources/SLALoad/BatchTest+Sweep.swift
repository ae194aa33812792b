// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension BatchTest {
  /// Processes the same items at several concurrencies, one after another.
  ///
  /// ```swift
  /// let sweep = try await BatchTest("ingest", files) { file, _ in try await store.add(file) }
  ///   .prepare { try await store.removeAll() }
  ///   .sweep(concurrency: [1, 5, 10, 50], repeats: 3)
  /// ```
  ///
  /// Every run processes all items, after what ``prepare(_:)`` does. Order and repeats are as in
  /// ``LoadTest/sweep(users:repeats:)``; orders are by the seed 0.
  ///
  /// - Parameters:
  ///   - concurrency: How many items each step has in work at once, each number once, at least 1.
  ///   - repeats: How often each step is measured, at least 1.
  /// - Returns: What was measured, the step of the lowest concurrency first.
  /// - Throws: As ``run()``; after a throw nothing is kept.
  /// - Precondition: Numbers are in their range.
  public func sweep(concurrency: [Int], repeats: Int = 1) async throws -> SweepReport {
    try await SweepPlan(concurrency, repeats: repeats, seed: 0).report(name) { concurrency in
      var batch = self
      batch.concurrency = concurrency
      return try await batch.run().loadReport
    }
  }
}
