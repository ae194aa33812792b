// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A test whether what was measured after a change tends to differ from what was before.
///
/// U counts the pairs in which *before* is the larger, ties by half. Without a difference it is
/// n·m/2 on average, with the variance n·m/12 · (N + 1 − Σ(t³ − t) / (N(N − 1))), N = n + m, over
/// the groups of t equal samples. The two-sided p-value is erfc(z/√2) with
/// z = (|U − n·m/2| − ½) / √variance: the normal approximation, good from about eight samples on
/// each side. H. B. Mann, D. R. Whitney, "On a Test of Whether One of Two Random Variables is
/// Stochastically Larger than the Other", Annals of Mathematical Statistics 18 (1947),
/// https://doi.org/10.1214/aoms/1177730491.
///
/// A small p-value says that there is a difference, not that it matters: see ``HodgesLehmann``.
public struct MannWhitney: Sendable, Equatable {
  /// U of *before*: the pairs in which *before* is the larger, ties by half, in `0...n·m`.
  public let u: Double
  /// The chance of a U at least this far off if there were no difference, in `0...1`.
  public let pValue: Double

  /// Compares two sets of samples; `nil` if one is empty.
  ///
  /// If all samples are equal, U is n·m/2 and the p-value 1.
  ///
  /// - Parameters:
  ///   - before: n whole numbers of one unit, as nanoseconds, in any order.
  ///   - after: m numbers of the same unit.
  /// - Complexity: O(n + m), by radix sort.
  public init?(before: [Int64], after: [Int64]) {
    guard !before.isEmpty && !after.isEmpty else { return nil }
    let (doubled, ties) = Self.count(before.radixSorted(), after.radixSorted())
    let (n, m) = (Double(before.count), Double(after.count))
    let total = n + m
    u = doubled / 2
    // N(N − 1) is at least 2: neither side is empty.
    let variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    // Where all samples are equal, the variance is 0 but for rounding.
    guard variance > 0 && ties < total * (total * total - 1) else {
      pValue = 1
      return
    }
    let distance = (abs(u - n * m / 2) - 0.5) / variance.squareRoot()
    pValue = min(errorFunctionComplement(distance / 2.0.squareRoot()), 1)
  }

  /// Twice U, and Σ(t³ − t) over groups of equal samples, of two ascending arrays.
  private static func count(_ before: [Int64], _ after: [Int64]) -> (Double, Double) {
    before.withUnsafeBufferPointer { before in
      after.withUnsafeBufferPointer { after in
        var (doubled, ties) = (0.0, 0.0)
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
          let (firstI, firstJ) = (i, j)
          let value: Int64
          if i == before.count {
            value = after[j]
          } else if j == after.count {
            value = before[i]
          } else {
            value = min(before[i], after[j])
          }
          while i < before.count && before[i] == value { i += 1 }
          while j < after.count && after[j] == value { j += 1 }
          let (equalBefore, equalAfter) = (Double(i - firstI), Double(j - firstJ))
          doubled += equalBefore * (2 * Double(firstJ) + equalAfter)
          let equal = equalBefore + equalAfter
          ties += equal * (equal * equal - 1)
        }
        return (doubled, ties)
      }
    }
  }
}
