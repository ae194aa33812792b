// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What is recorded of a phase, by one worker at a time.
///
/// Not a class, whose variables are checked for exclusive access at each use.
struct RunRecorder: ~Copyable {
  private let start: Int64
  private let isScheduled: Bool
  private var operations: [OperationRecorder] = []
  private let timeline = TimelineRecorder()
  private let lateness: WorkerHistogram

  /// The recorders of one operation.
  private struct OperationRecorder {
    let latency: WorkerRecorder
    /// `nil` where there is no schedule, so that latency is the service time.
    let service: WorkerRecorder?

    init(start: Int64, isScheduled: Bool) {
      latency = WorkerRecorder(origin: start)
      service = isScheduled ? WorkerRecorder(origin: start) : nil
    }
  }

  /// Creates an empty recorder.
  ///
  /// - Parameters:
  ///   - start: When the phase began, in nanoseconds of the time source.
  ///   - isScheduled: Whether operations have planned starts.
  init(start: Int64, isScheduled: Bool) {
    self.start = start
    self.isScheduled = isScheduled
    lateness = WorkerHistogram(origin: start)
    operations.append(OperationRecorder(start: start, isScheduled: isScheduled))
  }

  /// Records an operation by its times in nanoseconds of the time source.
  ///
  /// - Parameters:
  ///   - operation: The number of its name.
  ///   - planned: When it was to begin; at its beginning where there is no schedule.
  ///   - begin: When it began.
  ///   - end: When it ended.
  ///   - failure: Why it failed, or `nil` if it succeeded.
  @inline(__always)
  mutating func record(
    _ operation: Int,
    plannedAt planned: Int64,
    from begin: Int64,
    to end: Int64,
    failure: FailureKind?
  ) {
    if operation >= operations.count { grow(to: operation) }
    operations[operation].latency.record(from: planned, to: end, failure: failure)
    if isScheduled {
      operations[operation].service?.record(from: begin, to: end, failure: failure)
    }
    timeline.record(
      end.saturatingSubtract(planned),
      endingAt: end.saturatingSubtract(start),
      failed: failure != nil
    )
  }

  @inline(never)
  private mutating func grow(to operation: Int) {
    while operation >= operations.count {
      operations.append(OperationRecorder(start: start, isScheduled: isScheduled))
    }
  }

  /// Records by how much a start was late, in nanoseconds.
  mutating func recordLateness(_ nanoseconds: Int64) { lateness.record(nanoseconds) }

  /// What was recorded so far.
  ///
  /// - Parameter names: The names of the operations by their numbers.
  /// - Returns: A value.
  mutating func record(named names: [String]) -> RunRecord {
    RunRecord(
      operations: zip(names, operations).map { name, recorder in
        let service = recorder.service?.recording ?? Recording()
        return RecordedOperation(name, recorder.latency.recording, service: service)
      },
      timeline: timeline.timeline,
      lateness: lateness.snapshot()
    )
  }
}

/// What was recorded of a phase, or of a part of it.
struct RunRecord: Sendable {
  var operations: [RecordedOperation] = []
  /// The operations by which users were set up, which are no part of the load.
  var setUps: [RecordedOperation] = []
  var timeline = Timeline()
  var lateness = Histogram()

  /// Adds what was recorded of another part.
  mutating func merge(_ other: RunRecord) {
    operations.merge(other.operations)
    setUps.merge(other.setUps)
    timeline.merge(other.timeline)
    lateness.merge(other.lateness)
  }

  /// Drops what only operations with planned starts have.
  mutating func leaveOutSchedule() {
    for place in operations.indices { operations[place].service = Recording() }
    lateness = Histogram()
  }
}
