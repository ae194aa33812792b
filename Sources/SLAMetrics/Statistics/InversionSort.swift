// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A merge sort that counts the pairs that are out of order, and can name some of them.
///
/// Bottom-up, O(*n* log *n*) in time and O(*n*) in memory, over pointers, as it is the inner loop of
/// ``Trend``. W. R. Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped Data",
/// Journal of the American Statistical Association 61 (1966), https://doi.org/10.2307/2282833.
package struct InversionSort {
  /// The positions of the keys in the array that was given, in the order of the keys.
  package private(set) var indices: [Int]
  /// The number of pairs of which the later has the smaller key, or an equal one if ties count.
  package private(set) var inversions = 0
  /// The inverted pairs at the ordinals that were asked for, as positions in the array given.
  package private(set) var picked: [(first: Int, second: Int)] = []

  private var keys: [Int64]
  private let tiesAreInverted: Bool
  private let ordinals: [Int]

  /// Prepares to sort keys.
  ///
  /// - Parameters:
  ///   - keys: The keys in their given order.
  ///   - tiesAreInverted: Whether equal keys count as an inversion, and are turned round.
  ///   - ordinals: Which inverted pairs to name, ascending; their numbering is that in which the
  ///     sort meets them, from 0.
  package init(keys: [Int64], tiesAreInverted: Bool, ordinals: [Int] = []) {
    self.keys = keys
    indices = Array(keys.indices)
    self.tiesAreInverted = tiesAreInverted
    self.ordinals = ordinals
  }

  /// Sorts, counts and names.
  package mutating func run() {
    let count = keys.count
    var sortedKeys = keys
    var sortedIndices = indices
    var width = 1
    while width < count {
      keys.withUnsafeBufferPointer { keys in
        indices.withUnsafeBufferPointer { indices in
          sortedKeys.withUnsafeMutableBufferPointer { sortedKeys in
            sortedIndices.withUnsafeMutableBufferPointer { sortedIndices in
              var pass = Pass(
                keys: keys,
                indices: indices,
                sortedKeys: sortedKeys,
                sortedIndices: sortedIndices,
                tiesAreInverted: tiesAreInverted,
                ordinals: ordinals,
                inversions: inversions,
                picked: picked
              )
              pass.merge(runsOf: width)
              inversions = pass.inversions
              picked = pass.picked
            }
          }
        }
      }
      swap(&keys, &sortedKeys)
      swap(&indices, &sortedIndices)
      width *= 2
    }
  }
}

/// One pass of the sort over all pairs of neighbouring runs.
private struct Pass {
  let keys: UnsafeBufferPointer<Int64>
  let indices: UnsafeBufferPointer<Int>
  let sortedKeys: UnsafeMutableBufferPointer<Int64>
  let sortedIndices: UnsafeMutableBufferPointer<Int>
  let tiesAreInverted: Bool
  let ordinals: [Int]
  var inversions: Int
  var picked: [(first: Int, second: Int)]

  mutating func merge(runsOf width: Int) {
    var start = 0
    while start < keys.count {
      let middle = min(start + width, keys.count)
      merge(start, middle, min(middle + width, keys.count))
      start += 2 * width
    }
  }

  private mutating func merge(_ start: Int, _ middle: Int, _ end: Int) {
    var (left, right, out) = (start, middle, start)
    while out < end {
      let isRightNext: Bool
      if left == middle {
        isRightNext = true
      } else if right == end {
        isRightNext = false
      } else if keys[right] == keys[left] {
        isRightNext = tiesAreInverted
      } else {
        isRightNext = keys[right] < keys[left]
      }
      if isRightNext {
        // All that is left of the left run is inverted with this one.
        let end = inversions + (middle - left)
        while picked.count < ordinals.count && ordinals[picked.count] < end {
          let offset = ordinals[picked.count] - inversions
          picked.append((indices[left + offset], indices[right]))
        }
        inversions = end
      }
      let next = isRightNext ? right : left
      sortedKeys[out] = keys[next]
      sortedIndices[out] = indices[next]
      if isRightNext { right += 1 } else { left += 1 }
      out += 1
    }
  }
}
