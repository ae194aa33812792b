// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What was recorded of a phase, or of a part of it.
struct RunRecord: Sendable {
  var operations: [RecordedOperation] = []
  /// The operations by which users were set up, which are no part of the load.
  var setUps: [RecordedOperation] = []
  /// The timeline of all operations that have none of their own.
  var furtherTimeline = Timeline()
  var lateness = Histogram()

  /// A record of nothing yet.
  ///
  /// - Parameter names: The names of the operations by their numbers.
  init(of names: [String]) {
    operations = names.enumerated().map { number, name in
      RecordedOperation(name, timeline: RunRecorder.hasTimeline(number) ? Timeline() : nil)
    }
  }

  init(operations: [RecordedOperation], furtherTimeline: Timeline, lateness: Histogram) {
    self.operations = operations
    self.furtherTimeline = furtherTimeline
    self.lateness = lateness
  }

  /// The timeline of all operations together; O(operations · intervals · buckets).
  var timeline: Timeline {
    operations.compactMap(\.timeline).reduce(into: furtherTimeline) { $0.merge($1) }
  }

  /// Adds what was recorded of another part.
  ///
  /// - Parameters:
  ///   - other: What was recorded there.
  ///   - offset: How long after this part the other began, in nanoseconds.
  mutating func merge(_ other: RunRecord, startingAfter offset: Int64 = 0) {
    for operation in other.operations {
      if let place = operations.firstIndex(where: { $0.name == operation.name }) {
        operations[place].merge(operation, startingAfter: offset)
      } else {
        var added = RecordedOperation(
          operation.name,
          timeline: operation.timeline.map { _ in .init() }
        )
        added.merge(operation, startingAfter: offset)
        operations.append(added)
      }
    }
    setUps.merge(other.setUps)
    furtherTimeline.merge(other.furtherTimeline, startingAfter: offset)
    lateness.merge(other.lateness)
  }

  /// Drops what only operations with planned starts have.
  mutating func leaveOutSchedule() {
    for place in operations.indices { operations[place].service = Recording() }
    lateness = Histogram()
  }
}
