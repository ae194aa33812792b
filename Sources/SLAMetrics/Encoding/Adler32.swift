// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The checksum of zlib: two sums modulo 65,521, the largest prime below 2^16.
///
/// With bytes b₁…bₙ, `a = 1 + Σ bᵢ` and `b = Σ aᵢ` over the values of `a` after each byte; the
/// checksum is `b · 65,536 + a`. P. Deutsch, J.-L. Gailly, "ZLIB Compressed Data Format
/// Specification", RFC 1950, section 8, https://doi.org/10.17487/RFC1950.
package enum Adler32 {
  private static let modulus: UInt64 = 65_521

  /// Bytes between two divisions: b grows by less than 2^16 + 2^13 · 2^8 per byte, so that the sums
  /// are far from 2^64.
  private static let run = 8_192

  /// The checksum of bytes, 1 for none; O(n).
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      var a: UInt64 = 1
      var b: UInt64 = 0
      var position = 0
      while position < bytes.count {
        let end = min(position + run, bytes.count)
        while position < end {
          a &+= UInt64(bytes[position])
          b &+= a
          position &+= 1
        }
        a %= modulus
        b %= modulus
      }
      return UInt32(b << 16 | a)
    }
  }
}
