// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An operation as it is encoded, with what it shares with its report left to that.
struct OperationForm: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, isSetUp, recording, service, timeline, hasTimelineOfWhole, usage, segments, figures
  }

  /// What was recorded of it.
  let recorded: RecordedOperation
  /// Whether users were set up by it.
  let isSetUp: Bool
  /// Whether its timeline is that of the report.
  let hasTimelineOfWhole: Bool
  private let figures: OperationFigures?

  /// Makes the form of an operation in a report.
  ///
  /// - Parameters:
  ///   - operation: The operation, or all of them together.
  ///   - whole: The timeline of the report.
  init(_ operation: OperationReport, whole: Timeline?) {
    recorded = operation.recorded
    isSetUp = operation.isSetUp
    hasTimelineOfWhole = operation.timeline != nil && operation.timeline == whole
    figures = OperationFigures(operation)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(recorded.name, forKey: .name)
    try container.encode(isSetUp, forKey: .isSetUp)
    try container.encode(recorded.latency, forKey: .recording)
    if recorded.service != Recording() { try container.encode(recorded.service, forKey: .service) }
    try container.encode(hasTimelineOfWhole, forKey: .hasTimelineOfWhole)
    if !hasTimelineOfWhole { try container.encodeIfPresent(recorded.timeline, forKey: .timeline) }
    try container.encodeIfPresent(part: recorded.usage, forKey: .usage)
    if recorded.segments != SegmentRecording() {
      try container.encode(recorded.segments, forKey: .segments)
    }
    try container.encodeIfPresent(figures, forKey: .figures)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let timeline = try container.decodeIfPresent(Timeline.self, forKey: .timeline)
    hasTimelineOfWhole = try container.decode(Bool.self, forKey: .hasTimelineOfWhole)
    guard timeline == nil || !hasTimelineOfWhole else {
      throw DecodingError.contradiction(
        decoder,
        "there is a timeline, and it is that of the whole"
      )
    }
    recorded = RecordedOperation(
      try container.decode(String.self, forKey: .name),
      try container.decode(Recording.self, forKey: .recording),
      service: try container.decodeIfPresent(Recording.self, forKey: .service) ?? Recording(),
      timeline: timeline,
      usage: try container.decodeIfPresent(part: CommandUsage.self, forKey: .usage),
      segments: try container.decodeIfPresent(SegmentRecording.self, forKey: .segments)
        ?? SegmentRecording()
    )
    isSetUp = try container.decode(Bool.self, forKey: .isSetUp)
    figures = nil
  }

  /// What was recorded, with the timeline of the report where that is its own.
  func recorded(whole: Timeline?) -> RecordedOperation {
    var operation = recorded
    if hasTimelineOfWhole { operation.timeline = whole }
    return operation
  }

  /// All that it counts, to see whether sums of it fit: 128 bits hold those of any number of operations.
  var magnitude: Int128 {
    let segments = recorded.segments
    let counts =
      [recorded.latency.successCount, recorded.latency.failureCount]
      + [recorded.service.successCount, recorded.service.failureCount]
      + [segments.operations.operationCount, segments.other.operationCount]
      + segments.segments.map(\.calls) + [recorded.usage?.count ?? 0]
    return counts.reduce(0) { $0 + Int128($1) }
  }
}

extension OperationReport {
  /// What the operation is the report of.
  var recorded: RecordedOperation {
    RecordedOperation(
      name,
      recording,
      service: service,
      timeline: timeline,
      usage: usage,
      segments: segmentRecording
    )
  }
}
