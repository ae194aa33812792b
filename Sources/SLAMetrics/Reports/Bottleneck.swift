// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The segment in which an operation spends its time, and the one that makes its slowest twentieth slow.
///
/// Both go by self time, so that a segment is not named for what another one within it does. Nothing is claimed
/// where the evidence is thin: there is no bottleneck of an even pipeline, or of a few operations.
public struct Bottleneck: Sendable, Hashable, Codable {
  /// A segment, with the evidence.
  public struct Finding: Sendable, Hashable, Codable {
    /// The name of the segment.
    public let segment: String
    /// The segment within which it ran; `nil` for none, or not always the same.
    public let parent: String?
    /// Its part: of the P95 of the operation, or of what the slowest took longer than the median, in `0...`.
    public let share: Double
    /// The P95 of its self time, with zero for operations in which it did not run.
    public var p95: Duration { .nanoseconds(p95Nanoseconds) }
    /// On how many operations it rests, at least 1.
    public let operations: Int
    /// Its evidence in words: `lock_wait: P95 49.9 ms, 97 % of db_total`.
    public let evidence: String
    private let p95Nanoseconds: Int64

    init(
      _ segment: SegmentReport,
      share: Double,
      p95: Duration,
      operations: Int,
      evidence: String
    ) {
      self.segment = segment.name
      parent = segment.parent
      self.share = share
      p95Nanoseconds = p95.wholeNanoseconds
      self.operations = operations
      self.evidence = evidence
    }
  }

  /// The name of the operation.
  public let operation: String
  /// The segment with the largest share of the operation's P95, if one stands out.
  public let largest: Finding?
  /// The segment that explains by how much the slowest 5 % of operations lie above the median, if one does.
  public let slowest: Finding?
  /// The version of the encoded form.
  private let schemaVersion: Int

  /// - Returns: `nil` without a finding.
  init?(_ operation: String, largest: Finding?, slowest: Finding?) {
    guard largest != nil || slowest != nil else { return nil }
    self.operation = operation
    self.largest = largest
    self.slowest = slowest
    schemaVersion = SchemaVersion.current
  }

  /// Decodes a bottleneck.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if nothing was found.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    operation = try container.decode(String.self, forKey: .operation)
    largest = try container.decodeIfPresent(Finding.self, forKey: .largest)
    slowest = try container.decodeIfPresent(Finding.self, forKey: .slowest)
    schemaVersion = SchemaVersion.current
    guard largest != nil || slowest != nil else {
      throw DecodingError.contradiction(decoder, "a bottleneck has at least one finding")
    }
  }

  /// The name of the segment: the one with the largest share, or else that of the slowest operations.
  public var segment: String { largest?.segment ?? slowest?.segment ?? "" }
}

extension Bottleneck: CustomStringConvertible {
  /// The evidence in a line.
  public var description: String {
    [largest, slowest].compactMap { $0?.evidence }.joined(separator: "; ")
  }
}
