// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Numbers rounded for reading.
enum NumberText {
  /// A number in so many significant digits, and in no fewer than its whole part has.
  ///
  /// - Parameters:
  ///   - number: A finite number.
  ///   - digits: Significant digits, at least 1.
  /// - Returns: For example `41.2`, `312`, `12,000`; `0` for zero.
  static func significant(_ number: Double, digits: Int = 3) -> String {
    guard number != 0 else { return "0" }
    let magnitude = Int(log10(abs(number)).rounded(.down))
    let decimals = max(digits - 1 - magnitude, 0)
    let text = fixed(number, decimals: decimals)
    // 9.996 in three digits is 10.00 by its magnitude before rounding, and 10.0 by that after.
    guard decimals > 0, let rounded = Double(text), abs(rounded) >= pow(10, Double(magnitude + 1))
    else { return grouped(text) }
    return grouped(fixed(number, decimals: decimals - 1))
  }

  /// A whole number with a comma between thousands.
  static func count(_ number: Int) -> String { grouped("\(number)") }

  /// A number of things, with the noun in its form: `1 operation`, `12,000 operations`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func fixed(_ number: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", number)
  }

  private static func grouped(_ text: String) -> String {
    let sign = text.prefix { $0 == "-" }
    let whole = text.dropFirst(sign.count).prefix { $0 != "." }
    var digits = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return sign + digits + text.dropFirst(sign.count + whole.count)
  }
}
