// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Operations chosen without bias, each with the time that its segments took: what bounds memory.
///
/// Each operation has a key that is random to its duration; those of the smallest keys are kept. That is a
/// uniform sample without replacement, of which parts can be merged in any order (bottom-k sketch: E. Cohen,
/// H. Kaplan, https://doi.org/10.1145/1281100.1281133). Its slowest twentieth is an unbiased sample of
/// the slowest twentieth of all.
package struct SegmentSample: Sendable, Equatable {
  /// One operation.
  package struct Row: Sendable, Equatable {
    package let key: UInt64
    /// How long it took from the start of its call, in nanoseconds.
    package let nanoseconds: Int64
    /// The self time of its segments in nanoseconds, by their place in the recording; those beyond took none.
    package var selfTimes: [Int64]

    package init(key: UInt64, nanoseconds: Int64, selfTimes: [Int64]) {
      self.key = key
      self.nanoseconds = nanoseconds
      self.selfTimes = selfTimes
    }
  }

  /// The most operations that are kept: fifty in the slowest twentieth.
  package static let capacity = 1_000

  private var rows: [Row] = []
  /// Keys from here on are among the `capacity` smallest no more.
  private var ceiling = UInt64.max

  package init() {}

  /// Puts together what was kept of a sample.
  ///
  /// - Parameters:
  ///   - kept: At most ``capacity`` operations.
  ///   - ceiling: The smallest key that is kept no more, or the largest number there is.
  init(kept: [Row], ceiling: UInt64) {
    (rows, self.ceiling) = (kept, ceiling)
  }

  /// Whether an operation with this key is kept, as far as is known so far.
  @inline(__always)
  package func wants(_ key: UInt64) -> Bool { key < ceiling }

  /// Adds an operation; amortized O(1).
  package mutating func add(_ row: Row) {
    guard wants(row.key) else { return }
    rows.append(row)
    if rows.count == 2 * Self.capacity { prune() }
  }

  private mutating func prune() {
    rows.sort { ($0.key, $0.nanoseconds) < ($1.key, $1.nanoseconds) }
    guard rows.count > Self.capacity else { return }
    ceiling = rows[Self.capacity].key
    rows.removeSubrange(Self.capacity...)
  }

  /// The operations that are kept, at most ``capacity``, in no order that means anything.
  package var kept: [Row] { pruned.rows }

  /// The smallest key that is kept no more, or the largest number there is.
  var keptCeiling: UInt64 { pruned.ceiling }

  private var pruned: SegmentSample {
    var sample = self
    sample.prune()
    return sample
  }

  /// Adds the operations of another part.
  ///
  /// - Parameters:
  ///   - other: What was sampled there, by other keys.
  ///   - places: Where the segments of the other stand here.
  package mutating func merge(_ other: SegmentSample, places: [Int]) {
    ceiling = min(ceiling, other.ceiling)
    for row in other.rows where row.key < ceiling {
      var times: [Int64] = []
      for (place, time) in zip(places, row.selfTimes) where time != 0 {
        while times.count <= place { times.append(0) }
        times[place] = time
      }
      add(Row(key: row.key, nanoseconds: row.nanoseconds, selfTimes: times))
    }
    rows.removeAll { $0.key >= ceiling }
  }

  package static func == (left: SegmentSample, right: SegmentSample) -> Bool {
    left.kept == right.kept
  }
}
