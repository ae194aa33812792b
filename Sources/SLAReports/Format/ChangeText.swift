// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// By how much something rose or fell, as a share of what it was.
enum ChangeText {
  /// A change in percent with its sign and one decimal: `−37.8 %`, `+9.7 %`, `0.0 %`.
  static func percent(_ change: Double, decimals: Int = 1) -> String {
    let digits = String(format: "%.\(decimals)f", abs(change) * 100)
    let isZero = Double(digits) == 0
    return (isZero ? "" : change < 0 ? "−" : "+") + digits + " %"
  }

  /// An interval of changes in percent; in whole ones where that keeps its ends apart, and away from 0.
  static func interval(_ interval: ClosedRange<Double>) -> String {
    let widths = abs(interval.upperBound - interval.lowerBound)
    let nearest = min(abs(interval.lowerBound), abs(interval.upperBound))
    let decimals = widths >= 0.02 && nearest >= 0.01 ? 0 : 1
    return percent(interval.lowerBound, decimals: decimals) + " to "
      + percent(interval.upperBound, decimals: decimals)
  }
}
