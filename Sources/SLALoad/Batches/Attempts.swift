// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The attempts of one item.
final class Attempts: Sendable {
  private let policy: RetryPolicy
  private let retries = Atomic<Int>(0)
  private let isOut = Atomic<Bool>(false)

  init(_ policy: RetryPolicy) {
    self.policy = policy
  }

  /// How often the item was tried, in `1...`.
  var count: Int { retries.load(ordering: .relaxed) + 1 }
  /// Whether it would have been tried again, had there been a retry left.
  var isExhausted: Bool { isOut.load(ordering: .relaxed) }

  /// Does work until it succeeds, or no retry is left.
  ///
  /// - Parameters:
  ///   - context: The context of the item.
  ///   - sleep: Waits until a time in nanoseconds of the monotonic clock, and returns whether it came.
  ///   - work: The work.
  /// - Throws: What the last attempt threw; also if the wait for another one was ended.
  func make(
    _ context: LoadContext,
    waiting sleep: (Int64) async -> Bool = sleep(until:),
    _ work: @concurrent () async throws -> Void
  ) async throws {
    var generator = context.generator()
    while true {
      do {
        return try await work()
      } catch {
        guard policy.limit > 0, policy.includes(FailureKind(error)), !Task.isCancelled else {
          throw error
        }
        guard count <= policy.limit else {
          isOut.store(true, ordering: .relaxed)
          throw error
        }
        let wait = policy.backoff.wait(before: count, &generator)
        if wait > .zero {
          let now = TimeSource.monotonic.nanoseconds()
          guard await sleep(now.saturatingAdd(wait.wholeNanoseconds)) else { throw error }
        }
        retries.wrappingAdd(1, ordering: .relaxed)
      }
    }
  }
}
