// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Numbers as the table shows them.
enum Text {
  /// A time in the unit in which it has one to three digits before the point.
  static func time(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1_000: fixed(nanoseconds, 2) + " ns"
    case ..<1_000_000: fixed(nanoseconds / 1e3, 2) + " us"
    default: fixed(nanoseconds / 1e6, 2) + " ms"
    }
  }

  static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  /// A whole number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
