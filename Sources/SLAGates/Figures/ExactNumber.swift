// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Numbers as people wrote them, in the fewest digits that read back to the same value.
enum ExactNumber {
  /// A number without a trailing `.0`.
  static func text(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share as a number of hundredths: 0.999 gives `99.9`.
  ///
  /// The point moves in the decimal text, for a product of 100 would not be exact: 0.07 · 100 is
  /// 7.000000000000001.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "\(share)" }
    let sign = share < 0 ? "-" : ""
    let parts = text(share.magnitude).split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    // Huge shares, and those of no more than some billionths, are not written out.
    guard (-10...0).contains(exponent) else {
      return "\(sign)\(parts[0])e\(exponent > 0 ? "+" : "")\(exponent + 2)"
    }
    let mantissa = parts[0].split(separator: ".")
    let digits = String(repeating: "0", count: -exponent) + mantissa.joined()
    let whole = mantissa[0].count + 2
    let padded = digits + String(repeating: "0", count: max(0, whole - digits.count))
    let leading = padded.prefix(whole).drop { $0 == "0" }
    let rest = padded.dropFirst(whole)
    return sign + (leading.isEmpty ? "0" : leading) + (rest.isEmpty ? "" : ".\(rest)")
  }

  /// A number of hundredths as a share, `nil` if the text is no number: the inverse of ``percent(_:)``.
  static func share(percent text: Substring) -> Double? {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return Double("\(text)e-2")
    }
    guard let exponent = Int(text[text.index(after: mark)...]), exponent > Int.min + 2 else {
      return nil
    }
    return Double("\(text[..<mark])e\(exponent - 2)")
  }
}
