// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The bytes of an HdrHistogram in encoding V2, compressed or not.
///
/// A compressed histogram is a cookie, a length, and a zlib stream of the plain one. A plain one is
/// a header of 40 bytes (cookie, length of the counts in bytes, an offset that says nothing here,
/// significant digits, lowest and highest value, a ratio for floating-point histograms), and the
/// counts as ``ZigZag`` numbers: a positive one is a count, a negative one is minus the number of
/// counts that are zero. Integers have their most significant byte first.
///
/// The sum of the values and the exact smallest and largest value are not in the format.
///
/// G. Tene, http://hdrhistogram.org.
package enum HdrPayload {
  static let plainCookie: UInt32 = 0x1C84_9303
  static let compressedCookie: UInt32 = 0x1C84_9304
  /// The bits of a cookie that tell the size of a word; those of V2 have words of any size.
  static let wordSizeBits: UInt32 = 0xF0
  static let headerLength = 40

  /// The highest value of the header unless a count lies beyond: 2^42 − 1 ns, 73 minutes.
  ///
  /// Readers allocate by it, and add histograms the faster if all have the same.
  private static let leastHighestValue = Bucket.range.upperBound - 1

  /// Writes counts as a compressed histogram with three significant digits and lowest value 1.
  ///
  /// Zeros after the last count are not written, but an empty histogram has a single zero: there is
  /// a reader in C that fails on none.
  ///
  /// - Parameter counts: The counts in ascending order of their buckets, none twice.
  /// - Returns: The bytes, the same for the same counts.
  /// - Precondition: The buckets ascend.
  /// - Complexity: O(n).
  package static func encode(_ counts: [BucketCount]) -> [UInt8] {
    var numbers: [UInt8] = []
    var next = 0
    for bucket in counts where bucket.count > 0 {
      trap(
        unless: bucket.index >= next,
        "buckets must ascend, none twice (\(bucket.index) follows \(next - 1))"
      )
      appendZeros(bucket.index - next, to: &numbers)
      ZigZag.append(Int64(bucket.count), to: &numbers)
      next = bucket.index + 1
    }
    if next == 0 {
      appendZeros(1, to: &numbers)
      next = 1
    }

    var plain: [UInt8] = []
    plain.append(bigEndian: plainCookie | 0x10)
    plain.append(bigEndian: UInt32(numbers.count))
    plain.append(bigEndian: UInt32(0))
    plain.append(bigEndian: UInt32(3))
    plain.append(bigEndian: Int64(1))
    plain.append(bigEndian: max(leastHighestValue, Bucket.highestValue(at: next - 1)))
    plain.append(bigEndian: 1.0.bitPattern)
    let stream = Zlib.store(plain + numbers)

    var bytes: [UInt8] = []
    bytes.append(bigEndian: compressedCookie | 0x10)
    bytes.append(bigEndian: UInt32(stream.count))
    return bytes + stream
  }

  /// Appends a run of zeros as its negative length; a single zero is a count like others.
  private static func appendZeros(_ count: Int, to numbers: inout [UInt8]) {
    guard count > 0 else { return }
    ZigZag.append(count == 1 ? 0 : -Int64(count), to: &numbers)
  }
}
