// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A log-linear histogram as one would write it for a test: counts in an array, ten bits kept.
struct PlainHistogram {
  private static let bits = 10

  private(set) var counts = [Int](repeating: 0, count: 55_296)
  private(set) var count = 0
  private(set) var sum: Int64 = 0
  private(set) var minimum = Int64.max
  private(set) var maximum = Int64.min

  /// Counts a duration in nanoseconds, in `0...`.
  mutating func record(_ nanoseconds: Int64) {
    let length = Int64.bitWidth - (nanoseconds | 1).leadingZeroBitCount
    let shift = max(length - Self.bits - 1, 0)
    counts[shift << Self.bits + Int(nanoseconds >> Int64(shift))] += 1
    count += 1
    sum &+= nanoseconds
    minimum = min(minimum, nanoseconds)
    maximum = max(maximum, nanoseconds)
  }
}
