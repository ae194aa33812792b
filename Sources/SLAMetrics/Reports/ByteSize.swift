// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A number of bytes, as of memory or of output.
///
/// ```swift
/// ByteSize.megabytes(64)  // 64 MB
/// ByteSize.mebibytes(64)  // 67108864 B
/// ```
public struct ByteSize: Sendable, Hashable, Comparable {
  /// The bytes, in `0...`.
  public let bytes: Int

  /// Creates a size of so many bytes.
  ///
  /// - Parameter bytes: At least 0.
  /// - Precondition: `bytes` is not negative.
  public init(bytes: Int) {
    trap(unless: bytes >= 0, "a size must not be negative (was \(bytes))")
    self.bytes = bytes
  }

  /// Creates a size of so many bytes.
  ///
  /// - Parameter count: At least 0.
  /// - Returns: The size.
  /// - Precondition: `count` is not negative.
  public static func bytes(_ count: Int) -> ByteSize { ByteSize(bytes: count) }

  /// Creates a size of so many thousands of bytes.
  ///
  /// - Parameter count: Units of 1,000 bytes, at least 0, and below a million million.
  /// - Returns: The size.
  /// - Precondition: `count` is in its range.
  public static func kilobytes(_ count: Int) -> ByteSize { size(count, of: 1_000) }

  /// Creates a size of so many millions of bytes.
  ///
  /// - Parameter count: Units of 1,000,000 bytes, at least 0, and below a million million.
  /// - Returns: The size.
  /// - Precondition: `count` is in its range.
  public static func megabytes(_ count: Int) -> ByteSize { size(count, of: 1_000_000) }

  /// Creates a size of so many kibibytes.
  ///
  /// - Parameter count: Units of 1,024 bytes, at least 0, and below a million million.
  /// - Returns: The size.
  /// - Precondition: `count` is in its range.
  public static func kibibytes(_ count: Int) -> ByteSize { size(count, of: 1 << 10) }

  /// Creates a size of so many mebibytes.
  ///
  /// - Parameter count: Units of 1,048,576 bytes, at least 0, and below a million million.
  /// - Returns: The size.
  /// - Precondition: `count` is in its range.
  public static func mebibytes(_ count: Int) -> ByteSize { size(count, of: 1 << 20) }

  /// Whether one size is smaller than another.
  public static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }

  private static func size(_ count: Int, of unit: Int) -> ByteSize {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: unit)
    trap(unless: !overflow, "a size must be below 9.2 exabytes (was \(count) times \(unit) bytes)")
    return ByteSize(bytes: bytes)
  }
}

extension ByteSize: CustomStringConvertible {
  /// The units of texts, the largest first.
  package static let units: [(name: String, bytes: Int)] = [
    ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("B", 1),
  ]

  /// The size in the largest unit of which it is a whole number: `64 MB`, `1500 kB`, `4096 B`.
  public var description: String {
    let unit = Self.units.first { bytes != 0 && bytes.isMultiple(of: $0.bytes) } ?? ("B", 1)
    return "\(bytes / unit.bytes) \(unit.name)"
  }

  /// The size in three digits or so, for a sentence: `59.4 MB`.
  package var roundedText: String {
    // The first unit in which the rounded number stays below 1,000: 999,700 bytes are 1.00 MB.
    let unit = Self.units.last { Double(bytes) / Double($0.bytes) < 999.5 } ?? Self.units[0]
    guard unit.bytes > 1 else { return "\(bytes) B" }
    let number = Double(bytes) / Double(unit.bytes)
    let decimals = number < 9.995 ? 2 : (number < 99.95 ? 1 : 0)
    let scale = decimals == 2 ? 100 : (decimals == 1 ? 10 : 1)
    let scaled = Int((number * Double(scale)).rounded())
    guard decimals > 0 else { return "\(scaled) \(unit.name)" }
    let rest = "\(scaled % scale)"
    return
      "\(scaled / scale).\(String(repeating: "0", count: decimals - rest.count))\(rest) \(unit.name)"
  }
}
