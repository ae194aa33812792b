// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss; what contradicts itself is not decoded.
extension Timeline: Codable {
  private enum CodingKeys: String, CodingKey {
    case widthNanoseconds, intervals
  }

  /// Encodes the timeline.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(widthNanoseconds, forKey: .widthNanoseconds)
    try container.encode(slots, forKey: .intervals)
  }

  /// Decodes a timeline.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    slots = try container.decode([TimelineSlot].self, forKey: .intervals)
    widthNanoseconds = try container.decode(Int64.self, forKey: .widthNanoseconds)
    guard slots.count <= Self.maximumCount else {
      throw DecodingError.contradiction(
        decoder,
        "\(slots.count) intervals; there are at most \(Self.maximumCount)"
      )
    }
    let (doublings, rest) = widthNanoseconds.quotientAndRemainder(dividingBy: Self.firstWidth)
    guard rest == 0, doublings > 0, doublings.nonzeroBitCount == 1 else {
      throw DecodingError.contradiction(
        decoder,
        "intervals of \(widthNanoseconds) ns; they are \(Self.firstWidth) ns, doubled some times"
      )
    }
  }
}

/// Encoded as its counts, those by bucket as bucket and count in turn.
extension TimelineSlot: Codable {
  private enum CodingKeys: String, CodingKey {
    case count, failures, maximum, buckets
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(failures, forKey: .failures)
    if measured > 0 { try container.encode(maximum, forKey: .maximum) }
    try container.encode(counts.flatMap { [$0.code, $0.count] }, forKey: .buckets)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let numbers = try container.decode([Int].self, forKey: .buckets)
    guard numbers.count.isMultiple(of: 2) else {
      throw DecodingError.contradiction(decoder, "the last bucket has no count")
    }
    let counts = stride(from: 0, to: numbers.count, by: 2).map {
      (code: numbers[$0], count: numbers[$0 + 1])
    }
    guard
      counts.allSatisfy({ Self.codes.contains($0.code) && (1...Int(UInt32.max)).contains($0.count) }
      )
    else {
      throw DecodingError.contradiction(decoder, "a bucket or its count is out of range")
    }
    self.init(
      count: try container.decodeCount(forKey: .count),
      failures: try container.decodeCount(forKey: .failures),
      maximum: try container.decodeIfPresent(Int64.self, forKey: .maximum) ?? .min,
      counts: counts
    )
    guard failures <= count, measured <= count - failures, counts.isEmpty || maximum >= 0 else {
      throw DecodingError.contradiction(decoder, "the counts of an interval contradict each other")
    }
  }
}
