// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A number as it is encoded, with a text where it is none: `nan`, `inf`, `-inf`.
///
/// JSON has no such numbers, and encoders refuse them, unless each user asks for the same texts.
struct EncodedNumber: Codable, Equatable {
  private static let texts: [String: Double] = [
    "nan": .nan, "inf": .infinity, "-inf": -.infinity,
  ]

  /// The number, of any kind.
  let value: Double

  init(_ value: Double) {
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isFinite {
      try container.encode(value)
    } else {
      try container.encode(value.isNaN ? "nan" : value > 0 ? "inf" : "-inf")
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      value = try container.decode(Double.self)
      return
    }
    guard let value = Self.texts[text] else {
      throw DecodingError.contradiction(
        decoder,
        "\"\(text)\" is no number; the texts for those that are not finite are nan, inf and -inf"
      )
    }
    self.value = value
  }
}

extension KeyedEncodingContainer {
  /// Encodes a number of any kind, or nothing if there is none.
  mutating func encodeIfPresent(number: Double?, forKey key: Key) throws {
    try encodeIfPresent(number.map(EncodedNumber.init), forKey: key)
  }
}

extension KeyedDecodingContainer {
  /// Decodes a number of any kind.
  func decodeNumber(forKey key: Key) throws -> Double {
    try decode(EncodedNumber.self, forKey: key).value
  }

  /// Decodes a whole number in `0...`, with which nothing is computed.
  func decodeWhole(forKey key: Key) throws -> Int {
    let number = try decode(Int.self, forKey: key)
    guard number >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: "a number must not be negative (was \(number))"
      )
    }
    return number
  }

  /// Decodes a share in `0...1`, or `nil` if there is none.
  func decodeShareIfPresent(forKey key: Key) throws -> Double? {
    guard let share = try decodeIfPresent(EncodedNumber.self, forKey: key)?.value else {
      return nil
    }
    guard (0...1).contains(share) else {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: "a share must be in 0...1 (was \(share))"
      )
    }
    return share
  }
}
