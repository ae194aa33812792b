// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Timeline {
  /// Returns how many operations succeeded in each interval that is whole.
  ///
  /// - Parameter elapsed: How long the run took: the interval in which it ended is not whole, and left out; those after
  ///   the last operation that ended are there, and empty.
  /// - Returns: Counts in `0...`, in the order of time.
  /// - Complexity: O(intervals).
  package func successes(in elapsed: Duration) -> [Int] {
    let whole = Int(
      min(max(elapsed.wholeNanoseconds, 0) / widthNanoseconds, Int64(Self.maximumCount))
    )
    let counts = slots.prefix(whole).map { $0.count - $0.failures }
    return counts + Array(repeating: 0, count: whole - counts.count)
  }
}
