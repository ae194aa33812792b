// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Figures in three significant digits, for a sentence.
enum FigureDigits {
  /// A duration: `49.9 ms`.
  static func duration(_ duration: Duration) -> String {
    let seconds = duration.inSeconds
    let units = [("ns", 1e-9), ("µs", 1e-6), ("ms", 1e-3)]
    let unit = units.first { seconds < 999.5 * $0.1 } ?? ("s", 1)
    return "\(number(seconds / unit.1)) \(unit.0)"
  }

  /// A share in whole percent: `97 %`.
  static func percent(_ share: Double) -> String {
    "\(Int((min(max(share, 0), 1e12) * 100).rounded())) %"
  }

  /// A number that is not negative, with as many decimals as make three digits.
  static func number(_ value: Double) -> String {
    let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    let scale = [1.0, 10, 100][decimals]
    let whole = Int64((value * scale).rounded())
    guard decimals > 0 else { return "\(whole)" }
    let (integer, fraction) = whole.quotientAndRemainder(dividingBy: Int64(scale))
    let digits = "\(fraction)"
    return "\(integer)." + String(repeating: "0", count: decimals - digits.count) + digits
  }
}
