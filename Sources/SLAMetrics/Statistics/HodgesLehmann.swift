// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// By how much a change has shifted what is measured: robust where a difference of means is not.
///
/// The median of all differences *after* − *before*. One wild outlier among a hundred samples hardly
/// moves it. J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of
/// Mathematical Statistics 34 (1963), https://doi.org/10.1214/aoms/1177704172.
public enum HodgesLehmann {
  /// Returns the shift from one set of samples to another.
  ///
  /// The n·m differences are never made: halving looks for the value that as many of them as needed
  /// do not exceed, and two pointers into the sorted samples count them.
  ///
  /// - Parameters:
  ///   - before: n whole numbers of one unit, as nanoseconds, in any order. What is beyond ±2⁶⁰,
  ///     36 years of nanoseconds, counts as that.
  ///   - after: m numbers of the same unit.
  /// - Returns: The shift in that unit, above 0 if *after* is larger, the mean of the two middle
  ///   differences if their number is even; `nil` if one set is empty. 0 if all samples are equal.
  /// - Complexity: O((n + m) log r), where r is the range of the differences.
  public static func shift(from before: [Int64], to after: [Int64]) -> Double? {
    guard !before.isEmpty && !after.isEmpty else { return nil }
    let before = bounded(before.radixSorted())
    let after = bounded(after.radixSorted())
    return before.withUnsafeBufferPointer { before in
      after.withUnsafeBufferPointer { after in
        let pairs = before.count * after.count
        let lower = difference(ofRank: (pairs + 1) / 2, before, after)
        guard pairs.isMultiple(of: 2) else { return Double(lower) }
        let isBoth = count(notAbove: lower, before, after) > pairs / 2
        let upper = isBoth ? lower : smallest(above: lower, before, after)
        return (Double(lower) + Double(upper)) / 2
      }
    }
  }

  private typealias Samples = UnsafeBufferPointer<Int64>

  /// Numbers whose differences, and sums of a number and a difference, do not overflow.
  private static func bounded(_ sorted: [Int64]) -> [Int64] {
    let limit = Int64(1) << 60
    guard sorted[0] < -limit || sorted[sorted.count - 1] > limit else { return sorted }
    return sorted.map { Swift.min(Swift.max($0, -limit), limit) }
  }

  /// The smallest value that at least `rank` differences do not exceed, which is one of them.
  private static func difference(ofRank rank: Int, _ before: Samples, _ after: Samples) -> Int64 {
    var low = after[0] - before[before.count - 1]
    var high = after[after.count - 1] - before[0]
    while low < high {
      // Rounded down, for negative numbers too.
      let middle = low + (high - low) / 2
      if count(notAbove: middle, before, after) >= rank { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func count(notAbove limit: Int64, _ before: Samples, _ after: Samples) -> Int {
    var (count, j) = (0, 0)
    var i = 0
    while i < before.count {
      let largest = before[i] + limit
      while j < after.count && after[j] <= largest { j += 1 }
      count += j
      i += 1
    }
    return count
  }

  private static func smallest(above limit: Int64, _ before: Samples, _ after: Samples) -> Int64 {
    var smallest = Int64.max
    var (i, j) = (0, 0)
    while i < before.count {
      let largest = before[i] + limit
      while j < after.count && after[j] <= largest { j += 1 }
      guard j < after.count else { break }
      smallest = Swift.min(smallest, after[j] - before[i])
      i += 1
    }
    return smallest
  }
}
