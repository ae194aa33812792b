// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How long a user waits between one operation and the next.
package enum ThinkTime: Sendable, Hashable {
  case none
  /// Between two bounds in nanoseconds, all alike likely; the same twice for a constant.
  case between(Int64, Int64)

  package init(_ range: ClosedRange<Duration>) {
    let (low, high) = (range.lowerBound.wholeNanoseconds, range.upperBound.wholeNanoseconds)
    trap(unless: low >= 0, "a think time must not be negative (was \(low) ns)")
    self = .between(low, high)
  }

  /// The next wait in nanoseconds.
  package func next(using generator: inout some RandomNumberGenerator) -> Int64 {
    switch self {
    case .none: 0
    case .between(let low, let high): low == high ? low : .random(in: low...high, using: &generator)
    }
  }
}

extension ThinkTime: CustomStringConvertible {
  /// The wait in words: `thinking 1 s to 3 s`; empty for none.
  package var description: String {
    switch self {
    case .none: ""
    case .between(let low, let high):
      low == high
        ? "thinking \(Duration.nanoseconds(low).exactText)"
        : "thinking \(Duration.nanoseconds(low).exactText) to \(Duration.nanoseconds(high).exactText)"
    }
  }
}
