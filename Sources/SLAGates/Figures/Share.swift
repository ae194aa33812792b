// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A share of a whole, or a change as a share of what was before: 0.05 for 5 %.
///
/// Limits of shares are plain numbers too: `.errorRate <= 0.01` and `.errorRate <= .percent(1)` are the same.
public struct Share: Sendable, Hashable, Comparable {
  /// The share as a part of one.
  public let value: Double

  /// Creates a share from a number of hundredths.
  ///
  /// - Parameter hundredths: A finite number: 5 for 0.05.
  /// - Returns: The share.
  /// - Precondition: `hundredths` is finite.
  public static func percent(_ hundredths: Double) -> Share {
    // By the decimal digits, as a quotient would not be exact: 0.07 / 100 is 0.0007000000000000001.
    Share(ExactNumber.share(percent: "\(hundredths)") ?? hundredths)
  }

  /// Creates a share.
  ///
  /// - Parameter value: A finite number, as a part of one.
  /// - Precondition: `value` is finite.
  public init(_ value: Double) {
    trap(unless: value.isFinite, "a share must be a finite number, as 0.05 for 5 % (was \(value))")
    self.value = value
  }

  /// Whether one share is smaller than another.
  public static func < (left: Share, right: Share) -> Bool { left.value < right.value }
}
