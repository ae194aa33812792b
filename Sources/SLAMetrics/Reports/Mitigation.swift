// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a change did to the operations of a load and to their segments: P95 before and after.
///
/// It says what was measured, not whether the difference is more than chance.
public struct Mitigation: Sendable, Hashable, Codable {
  /// One operation, or one of its segments.
  public struct Row: Sendable, Hashable, Codable {
    /// The name of the operation.
    public let operation: String
    /// The name of the segment; `nil` for the latency of the operation.
    public let segment: String?
    private let beforeNanoseconds: Int64?
    private let afterNanoseconds: Int64?

    init(_ operation: String, _ segment: String?, before: Duration?, after: Duration?) {
      self.operation = operation
      self.segment = segment
      beforeNanoseconds = before?.wholeNanoseconds
      afterNanoseconds = after?.wholeNanoseconds
    }

    /// The P95 before; `nil` if it was not measured then.
    public var before: Duration? { beforeNanoseconds.map { .nanoseconds($0) } }
    /// The P95 after; `nil` if it was not measured then.
    public var after: Duration? { afterNanoseconds.map { .nanoseconds($0) } }
    /// By how much P95 rose, as a share of that before: −0.98 for 98 % less; `nil` where one is not known.
    public var change: Double? {
      guard let before, let after, before > .zero else { return nil }
      return (after - before) / before
    }
  }

  /// Each operation, and after it its segments, in the order of the report after the change.
  public let rows: [Row]
  /// The version of the encoded form.
  private let schemaVersion: Int

  init(_ rows: [Row]) {
    self.rows = rows
    schemaVersion = SchemaVersion.current
  }

  /// Decodes a mitigation.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(try container.decode([Row].self, forKey: .rows))
  }

  /// The change of a segment by its name, in the first operation that has it; `nil` if there is none.
  public subscript(segment: String) -> Row? { rows.first { $0.segment == segment } }
}

extension LoadReport {
  /// Puts the segments of two runs side by side: of this one, after a change, and of one before.
  ///
  /// ```swift
  /// let mitigation = after.compared(to: before)
  /// mitigation["lock_wait"]?.change  // -0.981
  /// ```
  ///
  /// - Parameter before: What was measured before the change; operations and segments go by their names.
  /// - Returns: P95 of each before and after.
  public func compared(to before: LoadReport) -> Mitigation {
    var rows: [Mitigation.Row] = []
    let gone = before.operations.filter { operation($0.name) == nil }.map(\.name)
    for name in operations.map(\.name) + gone {
      let (now, then) = (operation(name), before.operation(name))
      rows.append(.init(name, nil, before: then?.latency?.p95, after: now?.latency?.p95))
      let segments = now?.segments.map(\.name) ?? []
      let others = then?.segments.map(\.name).filter { !segments.contains($0) } ?? []
      for segment in segments + others {
        let (after, before) = (now?.segment(segment)?.time?.p95, then?.segment(segment)?.time?.p95)
        rows.append(.init(name, segment, before: before, after: after))
      }
    }
    return Mitigation(rows)
  }
}
