// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Which items of a batch are tried again when they fail, how often, and after how long.
public struct RetryPolicy: Sendable, Hashable {
  /// How often an item is tried again at most, in `0...`.
  public let limit: Int
  /// Which failures are worth another try; `nil` for all but cancellations.
  public let categories: Set<FailureCategory>?
  /// How long to wait before another try.
  public let backoff: RetryBackoff

  /// Nothing is tried again.
  public static let never = RetryPolicy(limit: 0, categories: [], backoff: .none)

  /// Tries an item again when it fails.
  ///
  /// ```swift
  /// .upTo(3, on: .throttled)
  /// .upTo(5, on: .throttled, .timeout, backoff: .exponential(from: .milliseconds(10), upTo: .seconds(1)))
  /// ```
  ///
  /// - Parameters:
  ///   - limit: How often at most, at least 0.
  ///   - categories: Of which failures; of all but cancellations if none is named.
  ///   - backoff: How long to wait before; from 50 ms, doubled each time up to 2 s, unless said.
  /// - Returns: The policy.
  /// - Precondition: `limit` is not negative.
  public static func upTo(
    _ limit: Int,
    on categories: FailureCategory...,
    backoff: RetryBackoff = .exponential(from: .milliseconds(50), upTo: .seconds(2))
  ) -> RetryPolicy {
    trap(unless: limit >= 0, "a number of retries must not be negative (was \(limit))")
    return RetryPolicy(
      limit: limit,
      categories: categories.isEmpty ? nil : Set(categories),
      backoff: backoff
    )
  }

  /// Whether a failure is worth another try, if there is one left.
  func includes(_ failure: FailureKind) -> Bool {
    categories?.contains(failure.category) ?? (failure.category != .cancelled)
  }
}

/// How long to wait before an item is tried again.
public struct RetryBackoff: Sendable, Hashable {
  private let first: Duration
  private let longest: Duration

  /// Not at all.
  public static let none = RetryBackoff(first: .zero, longest: .zero)

  /// Always as long.
  ///
  /// - Parameter wait: How long, at least zero.
  /// - Returns: The backoff.
  /// - Precondition: `wait` is not negative.
  public static func constant(_ wait: Duration) -> RetryBackoff {
    trap(unless: wait >= .zero, "a wait must not be negative (was \(wait.exactText))")
    return RetryBackoff(first: wait, longest: wait)
  }

  /// Twice as long each time, of which the second half is random, so that items do not come back together.
  ///
  /// By the seed of the load and the place of the item, so that a run can be repeated. M. Brooker, "Exponential Backoff
  /// And Jitter", AWS Architecture Blog, 2015 (there "equal jitter").
  ///
  /// - Parameters:
  ///   - first: How long at first, above zero.
  ///   - longest: How long at most, at least `first`.
  /// - Returns: The backoff.
  /// - Precondition: `first` is above zero and not above `longest`.
  public static func exponential(from first: Duration, upTo longest: Duration) -> RetryBackoff {
    trap(
      unless: first > .zero && first <= longest,
      "a backoff rises from above zero (was from \(first.exactText) to \(longest.exactText))"
    )
    return RetryBackoff(first: first, longest: longest)
  }

  /// How long to wait before a retry, by its number from 1.
  func wait(before retry: Int, _ generator: inout SeededGenerator) -> Duration {
    guard first < longest else { return longest }
    let (start, end) = (first.wholeNanoseconds, longest.wholeNanoseconds)
    // Beyond 62 doublings the longest is reached.
    let (doubled, overflow) = start.multipliedReportingOverflow(by: 1 << min(retry - 1, 62))
    let whole = overflow ? end : min(doubled, end)
    return .nanoseconds(whole / 2 + Int64.random(in: 0...(whole - whole / 2), using: &generator))
  }
}
