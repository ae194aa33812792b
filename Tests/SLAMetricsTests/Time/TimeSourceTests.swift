// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct TimeSourceTests {
  @Test func monotonicClockNeverStepsBack() {
    let readings = (0..<10_000).map { _ in TimeSource.monotonic.nanoseconds() }
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func monotonicClockCountsNanoseconds() async throws {
    let start = TimeSource.monotonic.nanoseconds()
    try await Task.sleep(for: .milliseconds(20))
    // A sleep lasts at least as long as asked; a clock in micro- or milliseconds would show less.
    #expect(TimeSource.monotonic.nanoseconds() - start >= 20_000_000)
  }
}
