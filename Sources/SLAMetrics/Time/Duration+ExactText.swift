// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Duration {
  /// The duration without rounding, in the largest unit of which it is a whole number: `1200 ms`.
  ///
  /// What people wrote is shown in this form; what was measured is rounded for reading instead.
  package var exactText: String {
    let (seconds, attoseconds) = components
    guard attoseconds != 0 else { return "\(seconds) s" }
    let units: [(name: String, perSecond: Int64)] = [
      ("ms", 1_000), ("µs", 1_000_000), ("ns", 1_000_000_000),
    ]
    for unit in units {
      let (fraction, rest) = attoseconds.quotientAndRemainder(
        dividingBy: 1_000_000_000_000_000_000 / unit.perSecond
      )
      guard rest != 0 else {
        return "\(Int128(seconds) * Int128(unit.perSecond) + Int128(fraction)) \(unit.name)"
      }
    }
    return "\(Double(seconds) * 1e9 + Double(attoseconds) / 1e9) ns"
  }
}
