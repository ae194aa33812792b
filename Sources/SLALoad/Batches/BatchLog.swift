// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What became of the items of a batch, beside their times.
final class BatchLog: Sendable {
  private struct Entries {
    var failures: [FailureKind: (count: Int, examples: [(place: Int, attempts: Int)])] = [:]
    /// How many items were tried so often, by the number of retries.
    var retried: [Int: Int] = [:]
    var exhausted = 0
    /// The items at work, also those that nobody waits for any more.
    var atWork = 0
  }

  /// The most kinds of failure that are told apart, as in a recorder.
  private static let mostKinds = 32

  private let policy: RetryPolicy
  private let entries = Guarded(Entries())

  init(_ policy: RetryPolicy) {
    self.policy = policy
  }

  /// Notes that an item is at work, or is no more.
  func work(_ change: Int) { entries.withLock { $0.atWork += change } }

  /// How many items are at work.
  var atWork: Int { entries.withLock(\.atWork) }

  /// How many items are at work after all, having waited for them.
  ///
  /// What was given up at its timeout may go on, and must not meet what the next run prepares.
  func stillAtWork(after limit: Duration) async -> Int {
    let end = ContinuousClock.now + limit
    while true {
      let count = atWork
      guard count > 0, ContinuousClock.now < end else { return count }
      let next = TimeSource.monotonic.nanoseconds() + 1_000_000
      guard await sleep(until: next) else { return count }
    }
  }

  /// Notes the end of an item.
  func note(_ attempts: Attempts, of place: Int, _ error: (any Error)?) {
    let retries = attempts.count - 1
    guard error != nil || retries > 0 else { return }
    let kind = error.map { FailureKind($0) }
    entries.withLock { entries in
      if retries > 0 { entries.retried[retries, default: 0] += 1 }
      if attempts.isExhausted { entries.exhausted += 1 }
      guard var kind else { return }
      if entries.failures[kind] == nil, entries.failures.count >= Self.mostKinds {
        kind = .furtherKinds
      }
      var entry = entries.failures[kind] ?? (0, [])
      entry.count += 1
      // The first in the order of items, which does not depend on which happened to fail first.
      entry.examples.append((place, attempts.count))
      if entry.examples.count > 2 * FailedItems.mostExamples {
        entry.examples = Self.first(of: entry.examples)
      }
      entries.failures[kind] = entry
    }
  }

  private static func first(
    of examples: [(place: Int, attempts: Int)]
  ) -> [(place: Int, attempts: Int)] {
    Array(examples.sorted { $0.place < $1.place }.prefix(FailedItems.mostExamples))
  }

  /// Puts what was noted together with what was measured; items that failed are named by their places.
  func report<Item>(_ report: LoadReport, of items: [Item]) -> BatchReport {
    let entries = entries.withLock { $0 }
    let failures = entries.failures.map { kind, entry in
      FailedItems(
        kind: kind,
        count: entry.count,
        examples: Self.first(of: entry.examples).map { place, attempts in
          FailedItems.Example(place: place, item: "\(items[place])", attempts: attempts)
        }
      )
    }
    let retries = ItemRetries(
      limit: policy.limit,
      itemCounts: entries.retried,
      exhaustedCount: entries.exhausted
    )
    return BatchReport(report, itemCount: items.count, failures: failures, retries: retries)
  }
}

/// What runs of a batch left at work.
final class ItemsLeftBehind: Sendable {
  private let logs = Guarded<[BatchLog]>([])

  /// Keeps the log of a run that left items at work.
  func add(_ log: BatchLog) { logs.withLock { $0.append(log) } }

  /// How many of the items are at work yet.
  var atWork: Int {
    logs.withLock { logs in
      logs.removeAll { $0.atWork == 0 }
      return logs.map(\.atWork).reduce(0, +)
    }
  }
}
