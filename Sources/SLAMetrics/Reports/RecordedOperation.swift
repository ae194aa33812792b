// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was recorded of one operation of a load, by its name.
package struct RecordedOperation: Sendable, Equatable {
  package let name: String
  /// How long it took: from planned starts where the load had a schedule.
  package var latency: Recording
  /// How long it took from the start of each call; nothing where latency says so already.
  package var service: Recording

  /// How it went over time, or `nil` if that was not kept.
  package var timeline: Timeline?
  /// What its runs used, or `nil` if it is no command.
  package var usage: CommandUsage?
  /// What its segments took.
  package var segments: SegmentRecording

  package init(
    _ name: String,
    _ latency: Recording = Recording(),
    service: Recording = Recording(),
    timeline: Timeline? = nil,
    usage: CommandUsage? = nil,
    segments: SegmentRecording = SegmentRecording()
  ) {
    self.name = name
    self.latency = latency
    self.service = service
    self.timeline = timeline
    self.usage = usage
    self.segments = segments
  }

  /// Adds what was recorded of the same operation elsewhere.
  ///
  /// - Parameters:
  ///   - other: What was recorded there; without a timeline, there is none of both.
  ///   - offset: How long after this part of the run the other began, in nanoseconds.
  package mutating func merge(_ other: RecordedOperation, startingAfter offset: Int64 = 0) {
    latency.merge(other.latency)
    service.merge(other.service)
    usage = CommandUsage.merged([usage, other.usage])
    segments.merge(other.segments)
    if let further = other.timeline {
      timeline?.merge(further, startingAfter: offset)
    } else {
      timeline = nil
    }
  }
}

extension [RecordedOperation] {
  /// Adds what was recorded of further operations, or of the same ones elsewhere.
  package mutating func merge(_ others: [RecordedOperation]) {
    for other in others {
      if let place = firstIndex(where: { $0.name == other.name }) {
        self[place].merge(other)
      } else {
        append(other)
      }
    }
  }
}
