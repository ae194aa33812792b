// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// What the C library does with memory faster than a loop.
enum Memory {
  /// The index of the first byte of a value, or `nil` if there is none.
  @inline(__always)
  static func firstIndex(
    of byte: UInt8,
    in bytes: UnsafePointer<UInt8>,
    count: Int
  ) -> Int? {
    memchr(bytes, Int32(byte), count).map { UnsafeRawPointer(bytes).distance(to: $0) }
  }
}
