// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss; with percentiles in nanoseconds for other programs.
extension SegmentReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case recording, operationCount, share, selfShare, p95Share, figures, selfFigures
  }

  /// Encodes the report.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(record, forKey: .recording)
    try container.encode(operationCount, forKey: .operationCount)
    try container.encode(share, forKey: .share)
    try container.encode(selfShare, forKey: .selfShare)
    try container.encode(p95Share, forKey: .p95Share)
    try container.encodeIfPresent(time.map(LatencyFigures.init), forKey: .figures)
    try container.encodeIfPresent(selfTime.map(LatencyFigures.init), forKey: .selfFigures)
  }

  /// Decodes a report.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func share(_ key: CodingKeys) throws -> Double {
      let share = try container.decode(Double.self, forKey: key)
      guard share >= 0, share.isFinite else {
        throw DecodingError.contradiction(decoder, "a share must not be negative (was \(share))")
      }
      return share
    }
    self.init(
      try container.decode(SegmentRecord.self, forKey: .recording),
      operationCount: try container.decodeCount(forKey: .operationCount),
      share: try share(.share),
      selfShare: try share(.selfShare),
      p95Share: try share(.p95Share)
    )
    guard runCount <= operationCount else {
      throw DecodingError.contradiction(
        decoder,
        "a segment ran in \(runCount) of \(operationCount) operations"
      )
    }
  }
}
