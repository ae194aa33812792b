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
    let slots = try container.decode([TimelineSlot].self, forKey: .intervals)
    let width = try container.decode(Int64.self, forKey: .widthNanoseconds)
    guard slots.count <= Self.maximumCount else {
      throw DecodingError.contradiction(
        decoder,
        "\(slots.count) intervals; there are at most \(Self.maximumCount)"
      )
    }
    guard let timeline = Timeline(widthNanoseconds: width, slots) else {
      throw DecodingError.contradiction(
        decoder,
        "intervals of \(width) ns; they are \(Self.firstWidth) ns times 1, 2, 10, 20, 100, and so on"
      )
    }
    self = timeline
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
    try container.encode(buckets.flatMap { [$0.code, $0.count] }, forKey: .buckets)
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
      counts.allSatisfy({ code, count in
        TimelineBucket.codes.contains(code) && (1...TimelineBucket.maximumCount).contains(count)
      })
    else {
      throw DecodingError.contradiction(decoder, "a bucket or its count is out of range")
    }
    guard zip(counts, counts.dropFirst()).allSatisfy({ $0.code < $1.code }) else {
      throw DecodingError.contradiction(decoder, "the buckets are not in ascending order")
    }
    self.init(
      count: try container.decodeCount(forKey: .count),
      failures: try container.decodeCount(forKey: .failures),
      maximum: try container.decodeIfPresent(Int64.self, forKey: .maximum) ?? .min,
      buckets: counts.map { TimelineBucket(code: $0.code, count: $0.count) }
    )
    guard failures <= count, measured <= count - failures, isMaximumInLastBucket else {
      throw DecodingError.contradiction(decoder, "the counts of an interval contradict each other")
    }
  }

  /// The longest success is in the last bucket that is not empty.
  private var isMaximumInLastBucket: Bool {
    guard let last = buckets.last else { return true }
    return maximum >= 0 && TimelineBucket.code(of: maximum) == last.code
  }
}
