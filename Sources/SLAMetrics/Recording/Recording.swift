// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Everything recorded of one operation: durations of successes and of failures apart.
///
/// They are kept apart because an operation that fails fast must not help to meet a latency limit.
///
/// A recording is a value: a snapshot of a recorder. Recordings of several recorders can be merged, in
/// any order and any grouping, with the same result as if one recorder had been given everything.
public struct Recording: Sendable, Equatable {
  /// How long the operations took that succeeded.
  package var successes = Histogram()
  /// How long the operations took that failed, until they failed.
  package var failed = Histogram()
  /// The number of failed operations by kind.
  public package(set) var failures: [FailureKind: Int] = [:]

  /// When the first operation began, in nanoseconds of the time source; `nil` before any.
  package var firstStart: Int64?
  /// When the last operation ended, in nanoseconds of the time source; `nil` before any.
  package var lastEnd: Int64?
  /// Whether it is known of every operation when it ran.
  package var isTimed = true

  /// Creates a recording of nothing.
  public init() {}

  /// The number of operations that succeeded, with those that have no duration.
  public var successCount: Int { successes.operationCount }

  /// The number of operations that failed, of whatever kind.
  public var failureCount: Int { failures.values.reduce(0, +) }

  /// The number of operations that ended.
  public var count: Int { successCount + failureCount }

  /// What the operations took that succeeded, or `nil` if none did.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  public var latency: Summary? { Summary(successes) }

  /// What the operations took that failed, or `nil` if none did.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  public var failedLatency: Summary? { Summary(failed) }

  /// From the start of the first operation to the end of the last, or `nil` where that is unknown.
  public var elapsed: Duration? {
    guard isTimed, let firstStart, let lastEnd else { return nil }
    return .nanoseconds(max(lastEnd.saturatingSubtract(firstStart), 0))
  }

  /// What was recorded that is no duration within the range, of successes and failures.
  public var irregularities: Irregularities { successes.irregularities + failed.irregularities }

  /// The same without what succeeded.
  package var failuresOnly: Recording {
    var failures = self
    failures.successes = Histogram()
    return failures
  }

  /// Adds all that another recording holds.
  ///
  /// Exact in counts, sums, minimum and maximum, whatever the order. Samples stay in order of completion
  /// where both recordings know when their operations ended, by clocks of the same origin.
  ///
  /// - Parameter other: A recording of other operations.
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples, or O(*n*) in buckets.
  public mutating func merge(_ other: Recording) {
    successes.merge(other.successes)
    failed.merge(other.failed)
    failures.merge(other.failures, uniquingKeysWith: +)
    isTimed = isTimed && other.isTimed
    firstStart = [firstStart, other.firstStart].compactMap(\.self).min()
    lastEnd = [lastEnd, other.lastEnd].compactMap(\.self).max()
  }

  /// Returns two recordings as one.
  ///
  /// - Parameter other: A recording of other operations.
  /// - Returns: All that either holds.
  public func merging(_ other: Recording) -> Recording {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Returns what came since an earlier snapshot of the same recorder.
  ///
  /// - Parameter earlier: A snapshot that was taken before.
  /// - Returns: What this one holds and the earlier one does not; it has no elapsed time of its own, for
  ///   operations overlap the moment of a snapshot.
  /// - Complexity: O(*n*) in samples or buckets.
  public func since(_ earlier: Recording) -> Recording {
    var interval = Recording()
    interval.successes = successes.since(earlier.successes)
    interval.failed = failed.since(earlier.failed)
    interval.failures = failures.merging(earlier.failures, uniquingKeysWith: -).filter {
      $0.value > 0
    }
    interval.isTimed = false
    return interval
  }
}

extension Recording: CustomStringConvertible {
  /// What was recorded in a line: `240 operations, 3 failed`.
  public var description: String { "\(count) operations, \(failureCount) failed" }
}
