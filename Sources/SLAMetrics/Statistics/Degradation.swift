// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How far the end of a run lies above its beginning: a drift that an overall mean hides.
///
/// (mean of the last w − mean of the first w) / (mean of the first w), for samples in the order of
/// completion. A single number without a measure of chance: ``Trend`` tells whether the drift is
/// more than that.
public struct Degradation: Sendable, Equatable {
  /// The mean of the first samples, in the unit of the samples.
  public let firstMean: Double
  /// The mean of the last samples, in the unit of the samples.
  public let lastMean: Double

  /// The change as a share of the first mean: 0.25 says that the end takes a quarter longer.
  ///
  /// `nil` if the first mean is 0.
  public var share: Double? {
    firstMean == 0 ? nil : (lastMean - firstMean) / firstMean
  }

  /// Compares the ends of a series; `nil` if it is empty.
  ///
  /// With fewer than two windows of samples the windows overlap, and with no more than one they are
  /// the same, so that the change is 0.
  ///
  /// - Parameters:
  ///   - series: Whole numbers of one unit, as nanoseconds, in the order of completion.
  ///   - window: w, the number of samples at either end, at least 1.
  /// - Precondition: `window` is at least 1.
  /// - Complexity: O(`window`).
  public init?(_ series: [Int64], window: Int = 10) {
    trap(unless: window >= 1, "window must be at least 1 sample (was \(window))")
    self.init(first: series.prefix(window), last: series.suffix(window))
  }

  /// Compares two windows of samples; `nil` if either is empty.
  ///
  /// - Parameters:
  ///   - first: The samples at the start, whole numbers of one unit.
  ///   - last: The samples at the end.
  package init?(first: some Collection<Int64>, last: some Collection<Int64>) {
    guard !first.isEmpty, !last.isEmpty else { return nil }
    firstMean = Self.mean(of: first)
    lastMean = Self.mean(of: last)
  }

  private static func mean(of samples: some Collection<Int64>) -> Double {
    Double(samples.reduce(into: Int128(0)) { $0 += Int128($1) }) / Double(samples.count)
  }
}
