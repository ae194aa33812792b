// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded as its name and count; the rate is a figure, which follows from the time of the report.
extension CounterReport: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case name, count, perSecond
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(count, forKey: .count)
    try container.encodeIfPresent(rate?.perSecond, forKey: .perSecond)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .name),
      count: try container.decodeWhole(forKey: .count)
    )
  }
}
