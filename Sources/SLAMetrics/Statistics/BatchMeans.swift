// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How far a mean over one run may be off, from the means of equal parts of it.
///
/// What follows each other in a run is not independent; the means of long enough parts nearly are: R. W. Conway, "Some
/// Tactical Problems in Digital Simulation", Management Science 10 (1963), https://doi.org/10.1287/mnsc.10.1.47. Between
/// 10 and 30 parts is enough for any run: B. W. Schmeiser, "Batch Size Effects in the Analysis of Simulation Output",
/// Operations Research 30 (1982), https://doi.org/10.1287/opre.30.3.556.
///
/// Assumption: the parts go up and down about one level, as those of a first-order autoregression. Where neighbours are
/// alike (correlation r₁ above 0), as in a run that warms up or slows down, k parts count as k(1 − r₁)/(1 + r₁): F. W.
/// Zwiers, H. von Storch, Journal of Climate 8 (1995),
/// https://doi.org/10.1175/1520-0442(1995)008%3C0336:TSCIAI%3E2.0.CO;2. What differs from run to run it cannot see:
/// repeats can.
package enum BatchMeans {
  /// Fewest parts that say something.
  package static let fewest = 8
  /// Most parts that are made.
  package static let most = 30

  /// Estimates the mean per interval of a run.
  ///
  /// - Parameter counts: What was counted in each of the equal intervals of a run, in their order; each in `0...`.
  /// - Returns: The mean of an interval, or `nil` with fewer than 8, or if neighbours are so alike that they count as
  ///   fewer than two.
  /// - Complexity: O(*n*).
  package static func estimate(_ counts: [Int]) -> MeanEstimate? {
    let parts = parts(counts)
    guard parts.count >= fewest else { return nil }
    let count = Double(parts.count)
    let mean = parts.reduce(0, +) / count
    let deviations = parts.map { $0 - mean }
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let products = zip(deviations, deviations.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let correlation = squares > 0 ? max(products / squares, 0) : 0
    let effective = count * (1 - correlation) / (1 + correlation)
    guard effective >= 2 else { return nil }
    // A whole number of events in a run tells its rate to one event at best.
    let width = Double(counts.count)
    let variance = max(squares / (count - 1) / effective, 1 / (12 * width * width))
    return MeanEstimate(mean: mean, variance: variance, degreesOfFreedom: effective - 1)
  }

  /// The means of 10 to 30 equal parts, or of 8 or 9 where there are no more; what is left over at the end is left out.
  package static func parts(_ counts: [Int]) -> [Double] {
    let size = (counts.count + most - 1) / most
    guard size > 0 else { return [] }
    return stride(from: 0, to: counts.count - size + 1, by: size).map { start in
      Double(counts[start..<start + size].reduce(0, +)) / Double(size)
    }
  }
}
