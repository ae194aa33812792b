// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded without loss, as a part of what has a schema version.
extension SegmentSample: Codable {
  private enum CodingKeys: String, CodingKey {
    case ceiling, operations
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // Most have room left, and no ceiling.
    if keptCeiling < .max { try container.encode(keptCeiling, forKey: .ceiling) }
    try container.encode(kept, forKey: .operations)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let rows = try container.decode([Row].self, forKey: .operations)
    let ceiling = try container.decodeIfPresent(UInt64.self, forKey: .ceiling) ?? .max
    guard rows.count <= Self.capacity else {
      throw DecodingError.contradiction(
        decoder,
        "\(rows.count) operations in a sample; there are at most \(Self.capacity)"
      )
    }
    guard rows.allSatisfy({ $0.key < ceiling }) else {
      throw DecodingError.contradiction(decoder, "a key is not below the ceiling \(ceiling)")
    }
    self.init(kept: rows, ceiling: ceiling)
  }
}

/// Encoded as its key, its time, and the self times of its segments in their order.
extension SegmentSample.Row: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, nanoseconds, selfNanoseconds
  }

  /// The self times that are read, in nanoseconds: 73 years, whose sums and differences fit 64 bits.
  private static let readable: ClosedRange<Int64> = -(1 << 61)...(1 << 61)

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try container.encode(nanoseconds, forKey: .nanoseconds)
    try container.encode(selfTimes, forKey: .selfNanoseconds)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      key: try container.decode(UInt64.self, forKey: .key),
      nanoseconds: try container.decodeDuration(forKey: .nanoseconds).wholeNanoseconds,
      selfTimes: try container.decode([Int64].self, forKey: .selfNanoseconds)
    )
    guard selfTimes.allSatisfy(Self.readable.contains) else {
      throw DecodingError.contradiction(decoder, "a self time is longer than 73 years")
    }
  }
}
