// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss; what contradicts itself is not decoded.
extension Recording: Codable {
  private enum CodingKeys: String, CodingKey {
    case successes, failed, failures, firstStart, lastEnd, isTimed
  }

  /// Encodes the recording.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(successes, forKey: .successes)
    try container.encode(failed, forKey: .failed)
    // Sorted, so that the same recording has the same bytes.
    try container.encode(FailureCount.list(failures), forKey: .failures)
    try container.encodeIfPresent(firstStart, forKey: .firstStart)
    try container.encodeIfPresent(lastEnd, forKey: .lastEnd)
    try container.encode(isTimed, forKey: .isTimed)
  }

  /// Decodes a recording.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    successes = try container.decode(Histogram.self, forKey: .successes)
    failed = try container.decode(Histogram.self, forKey: .failed)
    for entry in try container.decode([FailureCount].self, forKey: .failures) {
      let kind = try FailureKind(category: entry.category, reason: entry.reason, decoder)
      guard entry.count > 0, entry.count <= largestCount, failures.count < 1_000 else {
        throw DecodingError.contradiction(
          decoder,
          "\(entry.count) failures \"\(entry.reason)\"; 1 to \(largestCount) are read, of at most 1000 kinds"
        )
      }
      failures[kind] = entry.count
    }
    guard failureCount == failed.operationCount else {
      throw DecodingError.contradiction(
        decoder,
        "\(failureCount) failures by kind, but \(failed.operationCount) durations of failures"
      )
    }
    firstStart = try container.decodeIfPresent(Int64.self, forKey: .firstStart)
    lastEnd = try container.decodeIfPresent(Int64.self, forKey: .lastEnd)
    isTimed = try container.decode(Bool.self, forKey: .isTimed)
  }
}
