// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded without a duration where the load did not come to rest.
extension Settling: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case limitNanoseconds, durationNanoseconds
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(duration: limit, forKey: .limitNanoseconds)
    try container.encodeIfPresent(duration: duration, forKey: .durationNanoseconds)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      limit: try container.decodeDuration(forKey: .limitNanoseconds),
      duration: try container.decodeDurationIfPresent(forKey: .durationNanoseconds)
    )
  }
}

/// Encoded as its confidence and limit.
extension SequentialSampling: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case confidence, limit
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(number: confidence, forKey: .confidence)
    try container.encode(limit, forKey: .limit)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      confidence: try container.decodeNumber(forKey: .confidence),
      limit: try container.decodeWhole(forKey: .limit)
    )
    guard (0..<1).contains(confidence) else {
      throw DecodingError.contradiction(
        decoder,
        "a confidence must be in 0..<1 (was \(confidence))"
      )
    }
  }
}
