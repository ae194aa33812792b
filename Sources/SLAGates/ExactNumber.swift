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
    let text = "\(share)"
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else {
      return self.text(share * 100)
    }
    let fraction = text[text.index(after: point)...]
    let padded = fraction.count < 2 ? fraction + "0" : fraction
    let whole = String(text[..<point] + padded.prefix(2)).drop { $0 == "0" }
    let rest = padded.dropFirst(2)
    return (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
  }
}
