// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Duration {
  /// The duration in whole nanoseconds, rounded to the nearest and clamped to `Int64` (292 years).
  ///
  /// Rounded, for a duration made of a fraction misses it by attoseconds: `.milliseconds(8.2)` is
  /// 8.199999999999999 ms.
  package var wholeNanoseconds: Int64 {
    // Up to nine seconds without a division of 128 bits, which takes longer than recording does.
    if let attoseconds = UInt64(exactly: attoseconds), attoseconds < 1 << 63 {
      return Int64((attoseconds + 500_000_000) / 1_000_000_000)
    }
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, sumOverflow) = product.addingReportingOverflow(
      (attoseconds + (attoseconds < 0 ? -500_000_000 : 500_000_000)) / 1_000_000_000
    )
    guard !overflow, !sumOverflow else { return seconds < 0 ? .min : .max }
    return sum
  }

  /// The nearest duration of whole nanoseconds, in which everything is measured.
  package var inWholeNanoseconds: Duration { .nanoseconds(wholeNanoseconds) }

  /// The duration in seconds, to the precision of a `Double`.
  package var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

extension Int64 {
  /// Subtracts without overflow: a difference out of range is the nearest bound.
  @inlinable
  package func saturatingSubtract(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard overflow else { return difference }
    return other > 0 ? .min : .max
  }
}

extension FixedWidthInteger {
  /// Adds without overflow: a sum out of range is the nearest bound.
  package func saturatingAdd(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other < 0 ? .min : .max
  }
}
