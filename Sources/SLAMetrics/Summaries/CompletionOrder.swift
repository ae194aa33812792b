// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Samples in the order in which they ended, as far as it was kept.
package struct CompletionOrder: Sendable, Equatable {
  /// The first samples.
  package let first: [Int64]
  /// The last samples.
  package let last: [Int64]
  /// Whether `first`, and so `last`, are all samples.
  package let isWhole: Bool

  init(_ histogram: Histogram) {
    if histogram.isExact {
      first = histogram.isOrdered ? histogram.samples : []
      last = first
      isWhole = histogram.isOrdered
    } else {
      first = histogram.first.map(\.nanoseconds)
      last = histogram.last.map(\.nanoseconds)
      isWhole = false
    }
  }
}

extension Summary {
  /// The durations in order of completion, or `nil` beyond 8,192 or where the order is not known.
  public var series: [Duration]? { order.isWhole ? order.first.map { .nanoseconds($0) } : nil }

  /// Returns the first durations in order of completion.
  ///
  /// All of up to 8,192 are kept, and of more the first 16. The order is not known of recordings that were
  /// merged, nor are the ends of more than 8,192, if durations came by `record`, which does not say when
  /// they were.
  ///
  /// - Parameter count: How many, at least 1.
  /// - Returns: So many durations, or all if there are fewer; `nil` where they are not known.
  /// - Precondition: `count` is at least 1.
  public func first(_ count: Int) -> [Duration]? {
    end(order.first, count) { $0.prefix($1) }
  }

  /// Returns the last durations in order of completion.
  ///
  /// Kept as those of ``first(_:)``. Beyond 8,192, of two operations that ended within nanoseconds of each
  /// other one may be missing.
  ///
  /// - Parameter count: How many, at least 1.
  /// - Returns: So many durations, or all if there are fewer; `nil` where they are not known.
  /// - Precondition: `count` is at least 1.
  public func last(_ count: Int) -> [Duration]? {
    end(order.last, count) { $0.suffix($1) }
  }

  /// Compares the mean of the last durations with that of the first.
  ///
  /// - Parameter window: How many durations at either end, at least 1.
  /// - Returns: Both means in nanoseconds and the change; `nil` where the ends are not known.
  /// - Precondition: `window` is at least 1.
  public func degradation(window: Int = 10) -> Degradation? {
    guard let first = first(window), let last = last(window) else { return nil }
    return Degradation(first: first.map(\.wholeNanoseconds), last: last.map(\.wholeNanoseconds))
  }

  private func end(
    _ samples: [Int64],
    _ count: Int,
    _ take: ([Int64], Int) -> ArraySlice<Int64>
  ) -> [Duration]? {
    trap(unless: count >= 1, "the number of durations must be at least 1 (was \(count))")
    guard order.isWhole || count <= samples.count else { return nil }
    return take(samples, count).map { .nanoseconds($0) }
  }
}
