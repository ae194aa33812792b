// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with the readings in the order of time, whose values may be any number.
extension ProbeReport: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case name, loadEndNanoseconds, samples, gaps
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(duration: loadEnd, forKey: .loadEndNanoseconds)
    try container.encode(parts: samples, forKey: .samples)
    try container.encode(parts: gaps, forKey: .gaps)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .name),
      samples: try container.decode(parts: Sample.self, forKey: .samples),
      gaps: try container.decode(parts: Gap.self, forKey: .gaps),
      loadEnd: try container.decodeDuration(forKey: .loadEndNanoseconds)
    )
    guard zip(samples, samples.dropFirst()).allSatisfy({ $0.time <= $1.time }) else {
      throw DecodingError.contradiction(decoder, "the readings are not in the order of time")
    }
  }
}

extension ProbeReport.Sample: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case timeNanoseconds, value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(duration: time, forKey: .timeNanoseconds)
    try container.encodeIfPresent(number: value, forKey: .value)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      time: try container.decodeMoment(forKey: .timeNanoseconds),
      value: try container.decodeNumber(forKey: .value)
    )
  }
}

extension ProbeReport.Gap: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case startNanoseconds, endNanoseconds, reason
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(duration: start, forKey: .startNanoseconds)
    try container.encodeIfPresent(duration: end, forKey: .endNanoseconds)
    try container.encode(reason, forKey: .reason)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      start: try container.decodeMoment(forKey: .startNanoseconds),
      end: try container.decodeMoment(forKey: .endNanoseconds),
      reason: try container.decode(String.self, forKey: .reason)
    )
  }
}
