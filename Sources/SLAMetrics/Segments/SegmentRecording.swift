// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was recorded of the segments of one operation, of those that succeeded.
///
/// From the first operation on in which a segment ran: before that it is not known that there are segments.
package struct SegmentRecording: Sendable, Equatable {
  /// How long the operations took from the start of each call.
  package var operations = Histogram()
  /// How much of that no segment covers.
  package var other = Histogram()
  package var segments: [SegmentRecord] = []
  package var sample = SegmentSample()

  package init() {}

  /// Whether no segment was recorded.
  package var isEmpty: Bool { segments.isEmpty }

  /// Adds what was recorded of the same operation, or of another one with segments of the same names.
  package mutating func merge(_ recording: SegmentRecording) {
    operations.merge(recording.operations)
    other.merge(recording.other)
    let places = recording.segments.map { segment in
      if let place = segments.firstIndex(where: { $0.name == segment.name }) {
        segments[place].merge(segment)
        return place
      }
      segments.append(segment)
      return segments.count - 1
    }
    sample.merge(recording.sample, places: places)
  }
}
