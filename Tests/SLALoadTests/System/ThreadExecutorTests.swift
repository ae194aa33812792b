// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ThreadExecutorTests {
  /// What was left behind at its timeout comes to its end, and to its clean-up, though the run is over by then and
  /// the thread of its user has ended.
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func operationsComeToTheirEndAfterTheRunToo(execution: LoadExecution) async throws {
    let hasBegun = Shared(false)
    let mayEnd = OneShot<Void>()
    let hasEnded = OneShot<Void>()
    // While other tests keep Swift's threads busy, it may be over before it has begun.
    repeat {
      let report = try await LoadTest("work", .users(1, requests: 1), execution: execution) { _ in
        hasBegun.change { $0 = true }
        defer { hasEnded.fulfil(()) }
        await mayEnd.value
        await Task.yield()
      }.timeout(.milliseconds(50)).run()
      #expect(report.count == 1 && report.total.failureCount == 1)
    } while !hasBegun.value
    _ = await sleep(until: TimeSource.monotonic.nanoseconds() + 300_000_000)
    mayEnd.fulfil(())
    try await withTimeout(.seconds(60)) { await hasEnded.value }
  }
}
