// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// Durations are encoded as whole nanoseconds, under keys that end in `Nanoseconds`.

extension KeyedEncodingContainer {
  /// Encodes a duration in nanoseconds, or nothing if there is none.
  mutating func encodeIfPresent(duration: Duration?, forKey key: Key) throws {
    try encodeIfPresent(duration?.wholeNanoseconds, forKey: key)
  }
}

extension KeyedDecodingContainer {
  /// Decodes a moment: a duration from another one, which is negative before that.
  func decodeMoment(forKey key: Key) throws -> Duration {
    .nanoseconds(try decode(Int64.self, forKey: key))
  }

  /// Decodes a duration, which must not be negative.
  func decodeDuration(forKey key: Key) throws -> Duration {
    let nanoseconds = try decode(Int64.self, forKey: key)
    guard nanoseconds >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: "a duration must not be negative (was \(nanoseconds) ns)"
      )
    }
    return .nanoseconds(nanoseconds)
  }

  /// Decodes a duration, which must not be negative, or `nil` if there is none.
  func decodeDurationIfPresent(forKey key: Key) throws -> Duration? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decodeDuration(forKey: key)
  }
}
