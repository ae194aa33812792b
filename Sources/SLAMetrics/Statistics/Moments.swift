// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Mean and standard deviation of whole numbers, as nanoseconds.
///
/// The deviation is that of a sample, √(Σ(x − mean)² / (n − 1)), with its sum taken about the mean,
/// where the textbook's Σx² − n·mean² cancels: B. P. Welford, "Note on a Method for Calculating
/// Corrected Sums of Squares and Products", Technometrics 4 (1962),
/// https://doi.org/10.1080/00401706.1962.10490022; in two passes, with the correction for a rounded
/// mean, as T. F. Chan and others, "Algorithms for Computing the Sample Variance", The American
/// Statistician 37 (1983), https://doi.org/10.1080/00031305.1983.10483115.
public struct Moments: Sendable, Equatable {
  /// The number of samples, at least 1.
  public let count: Int
  /// The arithmetic mean, in the unit of the samples.
  public let mean: Double
  /// The standard deviation in the unit of the samples, in `0...`; `nil` for a single sample.
  public let standardDeviation: Double?

  /// Summarizes samples; `nil` if there are none.
  ///
  /// - Parameter samples: Whole numbers of one unit, of any sign and size.
  /// - Complexity: O(*n*), without allocations.
  public init?(_ samples: [Int64]) {
    guard !samples.isEmpty else { return nil }
    let count = samples.count
    self.count = count
    var sum: Int128 = 0
    for sample in samples { sum += Int128(sample) }
    mean = Double(sum) / Double(count)
    guard count > 1 else {
      standardDeviation = nil
      return
    }
    // Differences from a whole number next to the mean are exact, but for those beyond 64 bits.
    let center = Int64(sum / Int128(count))
    var (deviations, squares) = (0.0, 0.0)
    for sample in samples {
      let (difference, overflow) = sample.subtractingReportingOverflow(center)
      let deviation = overflow ? Double(sample) - Double(center) : Double(difference)
      deviations += deviation
      squares += deviation * deviation
    }
    let corrected = max(squares - deviations * deviations / Double(count), 0)
    standardDeviation = (corrected / Double(count - 1)).squareRoot()
  }
}
