// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HdrPayload {
  /// The most bytes of a plain histogram: 1 MiB.
  ///
  /// Twice what 55,296 counts of nine bytes need, and small enough that a line which was made to
  /// inflate without end does no harm.
  package static let limit = 1 << 20

  /// Reads a histogram of encoding V2, compressed or plain, with any digits and any lowest value.
  ///
  /// The ratio in the header is ignored: it belongs to floating-point histograms, and some writers
  /// leave other bits there. The offset is ignored, for counts are written in the order of values.
  ///
  /// - Parameter bytes: The histogram, and nothing behind it.
  /// - Returns: The ranges of values with a count above 0, ascending; the counts' sum fits `Int`.
  /// - Throws: ``DecodingFailure`` without a line, where the bytes are no such histogram, are
  ///   damaged or cut, or come to more than ``limit`` bytes.
  /// - Complexity: O(bytes, compressed and plain).
  package static func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> [CountedRange] {
    let cookie: UInt32 = try bytes.bigEndian(at: 0, of: "the cookie")
    switch cookie & ~wordSizeBits {
    case plainCookie: return try decodePlain(bytes)
    case compressedCookie:
      let said: UInt32 = try bytes.bigEndian(at: 4, of: "the length")
      guard said == bytes.count - 8 else {
        throw DecodingFailure(
          .length(of: "the compressed histogram", said: Int(said), found: bytes.count - 8)
        )
      }
      return try decodePlain(Zlib.inflate(Array(bytes[8...]), limit: limit))
    default: throw DecodingFailure(.cookie(cookie))
    }
  }

  private static func decodePlain(_ bytes: [UInt8]) throws(DecodingFailure) -> [CountedRange] {
    let cookie: UInt32 = try bytes.bigEndian(at: 0, of: "the cookie")
    guard cookie & ~wordSizeBits == plainCookie else { throw DecodingFailure(.cookie(cookie)) }
    let said: UInt32 = try bytes.bigEndian(at: 4, of: "the header")
    let digits: UInt32 = try bytes.bigEndian(at: 12, of: "the header")
    let lowest: UInt64 = try bytes.bigEndian(at: 16, of: "the header")
    let highest: UInt64 = try bytes.bigEndian(at: 24, of: "the header")
    let _: UInt64 = try bytes.bigEndian(at: 32, of: "the header")
    guard let layout = HdrLayout(digits: digits, lowest: lowest, highest: highest) else {
      throw DecodingFailure(.layout(digits: digits, lowest: lowest, highest: highest))
    }
    guard said == bytes.count - headerLength else {
      throw DecodingFailure(
        .length(of: "the counts", said: Int(said), found: bytes.count - headerLength)
      )
    }
    return try ranges(bytes, layout)
  }

  private static func ranges(
    _ bytes: [UInt8],
    _ layout: HdrLayout
  ) throws(DecodingFailure) -> [CountedRange] {
    var ranges: [CountedRange] = []
    var index = 0
    var total = 0
    var position = headerLength
    while position < bytes.count {
      let number = try ZigZag.read(bytes, at: &position)
      // The magnitude, because the smallest number has no positive counterpart.
      let places = number < 0 ? number.magnitude : 1
      guard places <= layout.count - index else {
        throw DecodingFailure(.beyondRange(buckets: layout.count))
      }
      if number > 0 {
        let (sum, overflow) = total.addingReportingOverflow(Int(number))
        guard !overflow else { throw DecodingFailure(.totalTooLarge) }
        total = sum
        ranges.append(CountedRange(nanoseconds: layout.values(at: index), count: Int(number)))
      }
      index += Int(places)
    }
    return ranges
  }
}
