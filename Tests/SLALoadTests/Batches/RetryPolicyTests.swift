// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLALoad

@Suite struct RetryPolicyTests {
  private func waits(
    _ backoff: RetryBackoff,
    _ retries: [Int],
    seed: UInt64 = 7
  ) -> [Duration] {
    var generator = SeededGenerator(seed: seed)
    return retries.map { backoff.wait(before: $0, &generator) }
  }

  @Test func constantWaitsAreConstant() {
    #expect(
      waits(.constant(.milliseconds(20)), [1, 2, 99])
        == Array(repeating: .milliseconds(20), count: 3)
    )
    #expect(waits(.none, [1, 50]) == [.zero, .zero])
  }

  /// Between half of the doubled wait and all of it, and never more than the longest.
  @Test(arguments: [1, 4711, 99] as [UInt64])
  func exponentialWaitsDoubleUpToTheLongest(seed: UInt64) {
    let backoff = RetryBackoff.exponential(from: .milliseconds(50), upTo: .seconds(2))
    let bounds: [(Int, Duration)] = [
      (1, .milliseconds(50)), (2, .milliseconds(100)), (3, .milliseconds(200)),
      (6, .milliseconds(1_600)), (7, .seconds(2)), (63, .seconds(2)), (64, .seconds(2)),
      (Int.max, .seconds(2)),
    ]
    for (wait, (retry, whole)) in zip(waits(backoff, bounds.map(\.0), seed: seed), bounds) {
      #expect(wait >= whole / 2 && wait <= whole, "retry \(retry)")
    }
    #expect(Set(waits(backoff, Array(repeating: 7, count: 50), seed: seed)).count > 40)
    #expect(waits(backoff, [1, 2, 3], seed: seed) == waits(backoff, [1, 2, 3], seed: seed))
  }

  @Test func theLongestWaitsDoNotOverflow() {
    let backoff = RetryBackoff.exponential(from: .nanoseconds(1), upTo: .nanoseconds(Int64.max))
    for retry in [1, 62, 63, 64, 1_000] { #expect(waits(backoff, [retry])[0] >= .zero) }
  }

  @Test func policiesOutOfRangeTrap() async {
    await #expect(processExitsWith: .failure) { _ = RetryPolicy.upTo(-1) }
    await #expect(processExitsWith: .failure) { _ = RetryBackoff.constant(.seconds(-1)) }
    await #expect(processExitsWith: .failure) {
      _ = RetryBackoff.exponential(from: .seconds(2), upTo: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      _ = RetryBackoff.exponential(from: .zero, upTo: .seconds(1))
    }
  }
}
