// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// Rates are encoded by the second, and sizes in bytes.

extension KeyedDecodingContainer {
  /// Decodes a rate.
  func decodeRate(forKey key: Key) throws -> Rate {
    let perSecond = try decodeNumber(forKey: key)
    guard perSecond >= 0, perSecond.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: "a rate must be a finite number in 0... (was \(perSecond))"
      )
    }
    return .perSecond(perSecond)
  }

  /// Decodes a rate, or `nil` if there is none.
  func decodeRateIfPresent(forKey key: Key) throws -> Rate? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decodeRate(forKey: key)
  }

  /// Decodes a size in bytes.
  func decodeSize(forKey key: Key) throws -> ByteSize {
    .bytes(try decodeWhole(forKey: key))
  }

  /// Decodes a size in bytes, or `nil` if there is none.
  func decodeSizeIfPresent(forKey key: Key) throws -> ByteSize? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decodeSize(forKey: key)
  }
}
