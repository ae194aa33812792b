// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The slopes between all pairs of a series, without making them.
///
/// Of the lines w(v) = y − v·i of the samples i < j, those of a pair have changed places at v
/// exactly if the slope (y_j − y_i) / (j − i) is at or below v. So a merge sort by w counts the
/// slopes up to v as inversions, and the pairs that two such orders disagree about are those
/// whose slopes lie between. That view is from R. Cole and others, "An Optimal-Time Algorithm for
/// Slope Selection", SIAM Journal on Computing 18 (1989), https://doi.org/10.1137/0218055; their
/// search is deterministic, while here random pairs narrow it down, which is simpler.
///
/// All comparisons are exact: v is the slope of a pair, and w is multiplied by its j − i.
package struct PairSlopes: Sendable {
  /// The series above its minimum, right-shifted by `shift`.
  let values: [Int64]
  /// The bits that were cut off so that w fits a word, 0 unless the series is very wide.
  private let shift: UInt64

  /// Takes a series in the order of completion.
  ///
  /// - Parameter series: Whole numbers. If their range is above 2⁶² by their number (six days of
  ///   nanoseconds for 8,192), they are rounded down to a coarser unit, the range's 2⁴⁹th part then.
  package init(_ series: [Int64]) {
    let minimum = series.min() ?? 0
    let range = UInt64(bitPattern: (series.max() ?? 0) &- minimum)
    var shift: UInt64 = 0
    while range >> shift > (1 << 62) / UInt64(series.count + 1) { shift += 1 }
    self.shift = shift
    values = series.map { Int64(UInt64(bitPattern: $0 &- minimum) >> shift) }
  }

  /// The number of pairs.
  package var count: Int { values.count * (values.count - 1) / 2 }

  /// Returns how many slopes are below 0 and how many are 0; O(*n* log *n*).
  package var signs: (falling: Int, flat: Int) {
    let flat = Slope(rise: 0, run: 1)
    let falling = order(at: flat, inclusive: false).inversions
    return (falling, order(at: flat, inclusive: true).inversions - falling)
  }

  /// A slope as the fraction of two whole numbers.
  private struct Slope {
    let rise: Int64
    /// The distance of the samples, at least 1.
    let run: Int64
    var value: Double { Double(rise) / Double(run) }
  }

  /// The samples in the order of w at some slope.
  private struct Order {
    var indices: [Int]
    /// The number of slopes below it, or up to it.
    var inversions: Int
  }

  /// Returns the slope of a rank among all slopes in ascending order.
  ///
  /// Two orders enclose the rank. A sample of the slopes between them, seeded with a constant, gives
  /// a slope that cuts off most of those on the larger side, until few enough are left to look at.
  ///
  /// - Parameter rank: A rank in `1...count`.
  /// - Returns: The slope, rounded once.
  /// - Complexity: O(*n* log² *n*) expected time, O(*n*) memory: some eight rounds of three merge
  ///   sorts for 8,192 samples.
  package func slope(ofRank rank: Int) -> Double {
    let n = values.count
    var below = Order(indices: Array(0..<n), inversions: 0)
    var above = Order(indices: Array((0..<n).reversed()), inversions: count)
    var generator = SplitMix64(seed: 0x51_09E5)
    while true {
      let left = above.inversions - below.inversions
      let rankLeft = rank - below.inversions
      guard left > 2_000 else {
        let slopes = slopes(between: below, above, at: Array(0..<left))
        return Double(1 << shift) * slopes.map(\.value).sorted()[rankLeft - 1]
      }
      let ordinals = (0..<127).map { _ in Int.random(in: 0..<left, using: &generator) }.sorted()
      let sample = slopes(between: below, above, at: ordinals).sorted { $0.value < $1.value }
      // A little beyond the rank, so that the larger side falls away: √127 is 11.
      let share = Double(rankLeft) / Double(left)
      let place = Int(share * 127) + (share < 0.5 ? 9 : -9)
      let pivot = sample[min(max(place, 0), 126)]
      let strict = order(at: pivot, inclusive: false)
      if rank <= strict.inversions {
        above = strict
        continue
      }
      let inclusive = order(at: pivot, inclusive: true)
      if rank <= inclusive.inversions { return Double(1 << shift) * pivot.value }
      below = inclusive
    }
  }

  /// The samples in the order of w just above (inclusive) or just below a slope.
  private func order(at slope: Slope, inclusive: Bool) -> Order {
    var keys = [Int64](repeating: 0, count: values.count)
    for index in values.indices {
      keys[index] = values[index] * slope.run - slope.rise * Int64(index)
    }
    var sort = InversionSort(keys: keys, tiesAreInverted: inclusive)
    sort.run()
    return Order(indices: sort.indices, inversions: sort.inversions)
  }

  /// The slopes of the pairs that two orders disagree about, at ascending ordinals among them.
  private func slopes(between below: Order, _ above: Order, at ordinals: [Int]) -> [Slope] {
    var positions = [Int64](repeating: 0, count: values.count)
    for (position, index) in above.indices.enumerated() { positions[index] = Int64(position) }
    var sort = InversionSort(
      keys: below.indices.map { positions[$0] },
      tiesAreInverted: false,
      ordinals: ordinals
    )
    sort.run()
    return sort.picked.map { pair in
      let (first, second) = (below.indices[pair.first], below.indices[pair.second])
      let (i, j) = (Swift.min(first, second), Swift.max(first, second))
      return Slope(rise: values[j] - values[i], run: Int64(j - i))
    }
  }
}
