// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// Limits of memory and output.
extension RequirementParser {
  private static let sizeUnits =
    ByteSize.units + [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]

  /// A number of bytes that is not negative.
  mutating func size() throws(RequirementError) -> ByteSize {
    let (text, place) = try numberText("a size, as 64 MB")
    let unit = scanner.take { $0.isLetter }
    guard let factor = Self.sizeUnits.first(where: { $0.name == unit })?.bytes else {
      scanner.back(by: unit.count)
      throw scanner.unexpected(Self.sizeUnits.map(\.name))
    }
    let bytes: Int?
    if let whole = Int(text) {
      let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
      bytes = overflow ? nil : product
    } else {
      bytes = Int(exactly: (try finite(Double(text), place) * Double(factor)).rounded())
    }
    guard let bytes else { throw scanner.fault("a size must be below 9.2 exabytes", at: place) }
    guard bytes >= 0 else { throw scanner.fault("a size must not be negative", at: place) }
    return .bytes(bytes)
  }
}
