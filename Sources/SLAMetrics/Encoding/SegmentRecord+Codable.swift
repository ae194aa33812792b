// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded without loss, as a part of what has a schema version.
extension SegmentRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, parent, hasSeveralParents, calls, times, selfTimes
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    if case .segment(let parent) = parent { try container.encode(parent, forKey: .parent) }
    try container.encode(parent == .several, forKey: .hasSeveralParents)
    try container.encode(calls, forKey: .calls)
    try container.encode(times, forKey: .times)
    try container.encode(selfTimes, forKey: .selfTimes)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decodeIfPresent(String.self, forKey: .parent)
    let hasSeveral = try container.decode(Bool.self, forKey: .hasSeveralParents)
    guard name == nil || !hasSeveral else {
      throw DecodingError.contradiction(decoder, "there is a parent, and there are several")
    }
    self.init(
      try container.decode(String.self, forKey: .name),
      parent: hasSeveral ? .several : name.map { .segment($0) } ?? .none,
      calls: try container.decodeCount(forKey: .calls),
      times: try container.decode(Histogram.self, forKey: .times),
      selfTimes: try container.decode(Histogram.self, forKey: .selfTimes)
    )
    guard times.operationCount <= calls, selfTimes.operationCount == times.operationCount else {
      throw DecodingError.contradiction(
        decoder,
        "\(calls) calls have \(times.operationCount) times and \(selfTimes.operationCount) self times"
      )
    }
  }
}
