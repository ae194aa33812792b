// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Whole numbers of a small unit as decimals of a larger one: 12,345 µs are `0.012345` s.
///
/// The readers of histogram logs want digits and a point only: no exponent, which the text of a
/// `Double` may have, and no more digits than nine behind the point.
package enum FixedPoint {
  /// The text of a number with a fixed number of decimals.
  ///
  /// - Parameters:
  ///   - value: The number in the small unit.
  ///   - decimals: How many small units make a large one, as a power of ten, in `1...18`.
  /// - Returns: The decimals of the large unit, as `-0.012345`.
  package static func text(_ value: Int64, decimals: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 ? "-" : ""
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// Reads a number with any number of decimals, of which those too small are dropped.
  ///
  /// - Parameters:
  ///   - text: Digits, with one point at most and one sign before them at most.
  ///   - decimals: How many small units make a large one, as a power of ten, in `1...18`.
  /// - Returns: The number in the small unit, or `nil` for other texts and beyond `Int64`.
  package static func value(_ text: Substring, decimals: Int) -> Int64? {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8
    var value: Int64 = 0
    var hasDigit = false
    // The decimals still to come, once the point was seen.
    var missing: Int?
    for character in unsigned {
      guard character != UInt8(ascii: ".") else {
        guard missing == nil else { return nil }
        missing = decimals
        continue
      }
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = character else { return nil }
      hasDigit = true
      guard missing != 0 else { continue }
      missing = missing.map { $0 - 1 }
      guard let longer = shifted(value, adding: Int64(character - UInt8(ascii: "0"))) else {
        return nil
      }
      value = longer
    }
    for _ in 0..<(missing ?? decimals) {
      guard let longer = shifted(value, adding: 0) else { return nil }
      value = longer
    }
    guard hasDigit else { return nil }
    return unsigned.startIndex == text.startIndex ? value : -value
  }

  /// Ten times a number, plus a digit; `nil` beyond `Int64`.
  private static func shifted(_ value: Int64, adding digit: Int64) -> Int64? {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflow) = product.addingReportingOverflow(digit)
    return overflow || sumOverflow ? nil : sum
  }
}
