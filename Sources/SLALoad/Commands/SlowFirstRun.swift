// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The first of several runs, where it is far slower than the others, as that which fills caches is.
package struct SlowFirstRun: Equatable {
  package let first: Duration
  package let median: Duration

  /// By how many median deviations a first run is off: ten standard deviations of 1.4826 of these.
  ///
  /// https://github.com/sharkdp/hyperfine/blob/v1.18.0/src/outlier_detection.rs, after B. Iglewicz and D. Hoaglin,
  /// "How to Detect and Handle Outliers", ASQC 1993.
  private static let threshold = 14.826
  /// By which factor it must exceed the median too: of runs that hardly differ, any is far off.
  private static let factor = 1.5
  private static let fewest = 5

  /// Looks at durations in nanoseconds, in the order of the runs; `nil` if the first is like the others.
  package init?(_ durations: [Int64]) {
    guard let first = durations.first, durations.count >= Self.fewest else { return nil }
    func middle(_ values: [Int64]) -> Int64 {
      values.sorted()[Percentile.rank(of: 0.5, in: values.count) - 1]
    }
    let median = middle(durations)
    let deviation = middle(durations.map { abs($0 - median) })
    guard Double(first) > Self.factor * Double(median),
      Double(first - median) > Self.threshold * Double(max(deviation, 1))
    else { return nil }
    self.first = .nanoseconds(first)
    self.median = .nanoseconds(median)
  }
}
