// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Everything recorded of one operation: durations of successes and of failures apart.
///
/// They are kept apart because an operation that fails fast must not help to meet a latency limit.
package struct Recording: Sendable, Equatable {
  /// The most kinds of failure that are told apart; further ones count as `FailureKind.other`.
  package static let kindLimit = 32

  package private(set) var successes = Histogram()
  package private(set) var failed = Histogram()
  package private(set) var failures: [FailureKind: Int] = [:]

  /// When the first operation began, in nanoseconds of the time source; `nil` before any.
  private var firstStart: Int64?
  /// When the last operation ended, in nanoseconds of the time source; `nil` before any.
  private var lastEnd: Int64?
  /// Whether it is known of every operation when it ran.
  private var isTimed = true

  package init() {}

  /// The number of operations that succeeded, with those whose duration was negative.
  package var successCount: Int { successes.count + successes.negativeCount }

  /// The number of operations that failed, of whatever kind.
  package var failureCount: Int { failures.values.reduce(0, +) }

  /// From the start of the first operation to the end of the last, or `nil` where that is unknown.
  package var elapsed: Duration? {
    guard isTimed, let firstStart, let lastEnd else { return nil }
    return .nanoseconds(max(lastEnd.saturatingSubtract(firstStart), 0))
  }

  /// Records one operation by how long it took and when it ended.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long it took; a negative duration is counted apart.
  ///   - end: When it ended, in nanoseconds of the time source; `nil` if that is not known.
  ///   - failure: Why it failed, or `nil` if it succeeded.
  package mutating func record(_ nanoseconds: Int64, endingAt end: Int64?, failure: FailureKind?) {
    if let failure {
      failed.record(nanoseconds)
      add(1, of: failure)
    } else {
      successes.record(nanoseconds)
    }
    guard let end else {
      isTimed = false
      return
    }
    let start = end.saturatingSubtract(max(nanoseconds, 0))
    firstStart = min(firstStart ?? start, start)
    lastEnd = max(lastEnd ?? end, end)
  }

  /// Adds all that another recording holds.
  package mutating func merge(_ other: Recording) {
    successes.merge(other.successes)
    failed.merge(other.failed)
    for (kind, count) in other.failures { add(count, of: kind) }
    isTimed = isTimed && other.isTimed
    firstStart = [firstStart, other.firstStart].compactMap(\.self).min()
    lastEnd = [lastEnd, other.lastEnd].compactMap(\.self).max()
  }

  private mutating func add(_ count: Int, of kind: FailureKind) {
    let isKnown = failures[kind] != nil || failures.count < Self.kindLimit
    failures[isKnown ? kind : .other, default: 0] += count
  }
}
