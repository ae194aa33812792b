// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How many durations one bucket of a timeline holds.
///
/// In eight bytes, for there may be many: most intervals of a run hold few durations, so that only buckets that
/// are not empty are kept, in the order of their durations.
struct TimelineBucket: Sendable, Hashable {
  /// Seven bits after the leading one: buckets no wider than 1/128 of their values.
  private static let bits = 7
  private static let countBits: UInt64 = 48

  /// The codes of the buckets there are.
  static let codes = 0...LogLinear.code(.max, bits: bits)
  /// The most durations that a bucket counts, 2⁴⁸ − 1; further ones are not.
  static let maximumCount = 1 << Int(countBits) - 1

  /// The code above the count.
  private let packed: UInt64

  /// Makes the count of one bucket.
  ///
  /// - Parameters:
  ///   - code: The bucket, in ``codes``.
  ///   - count: The number of durations, in `0...`.
  init(code: Int, count: Int) {
    packed = UInt64(code) << Self.countBits | UInt64(min(count, Self.maximumCount))
  }

  /// The bucket of a duration that is not negative.
  @inline(__always)
  static func code(of nanoseconds: Int64) -> Int { LogLinear.code(nanoseconds, bits: bits) }

  /// The bucket, in ``codes``.
  var code: Int { Int(packed >> Self.countBits) }
  /// The number of durations.
  var count: Int { Int(packed) & Self.maximumCount }
  /// The shortest duration that it can hold, in nanoseconds.
  var lowestValue: Int64 { LogLinear.lowestValue(code, bits: Self.bits) }
  /// The longest duration that it can hold, in nanoseconds.
  var highestValue: Int64 {
    code == Self.codes.upperBound ? .max : LogLinear.lowestValue(code + 1, bits: Self.bits) - 1
  }
}

extension [TimelineBucket] {
  /// Counts a duration.
  ///
  /// - Complexity: O(buckets).
  mutating func add(_ nanoseconds: Int64) {
    let code = TimelineBucket.code(of: nanoseconds)
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].code < code { low = middle + 1 } else { high = middle }
    }
    if low < endIndex, self[low].code == code {
      self[low] = TimelineBucket(code: code, count: self[low].count + 1)
    } else {
      insert(TimelineBucket(code: code, count: 1), at: low)
    }
  }

  /// The counts of two lists together.
  ///
  /// In storage of its own, and no more of it than there are buckets: what came of a recorder must not be
  /// shared with it.
  ///
  /// - Complexity: O(buckets).
  func merged(with other: [TimelineBucket]) -> [TimelineBucket] {
    var distinct = 0
    forEachMerged(with: other) { _, _ in distinct += 1 }
    var merged: [TimelineBucket] = []
    merged.reserveCapacity(distinct)
    forEachMerged(with: other) { merged.append(TimelineBucket(code: $0, count: $1)) }
    return merged
  }

  private func forEachMerged(with other: [TimelineBucket], _ body: (Int, Int) -> Void) {
    var (left, right) = (startIndex, other.startIndex)
    while left < endIndex || right < other.endIndex {
      let mine = left < endIndex ? self[left].code : .max
      let theirs = right < other.endIndex ? other[right].code : .max
      body(
        Swift.min(mine, theirs),
        (mine <= theirs ? self[left].count : 0) + (theirs <= mine ? other[right].count : 0)
      )
      if mine <= theirs { left += 1 }
      if theirs <= mine { right += 1 }
    }
  }
}
