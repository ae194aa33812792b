// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded without loss, as a part of what has a schema version.
extension SegmentRecording: Codable {
  private enum CodingKeys: String, CodingKey {
    case operations, other, segments, sample
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(operations, forKey: .operations)
    try container.encode(other, forKey: .other)
    try container.encode(segments, forKey: .segments)
    try container.encode(sample, forKey: .sample)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    operations = try container.decode(Histogram.self, forKey: .operations)
    other = try container.decode(Histogram.self, forKey: .other)
    segments = try container.decode([SegmentRecord].self, forKey: .segments)
    sample = try container.decode(SegmentSample.self, forKey: .sample)
    for segment in segments where segment.times.operationCount > operations.operationCount {
      throw DecodingError.contradiction(
        decoder,
        """
        segment "\(segment.name)" ran in \(segment.times.operationCount) \
        of \(operations.operationCount) operations
        """
      )
    }
    if let row = sample.kept.first(where: { $0.selfTimes.count > segments.count }) {
      throw DecodingError.contradiction(
        decoder,
        "an operation has the times of \(row.selfTimes.count) segments; there are \(segments.count)"
      )
    }
  }
}
