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
  /// Those of the first operations, and one that all further ones share; there are no more than operations.
  // Not in the array, whose elements would have to be classes, and counted at each use.
  private let timelines = UnsafeMutablePointer<TimelineRecorder>.allocate(capacity: timelineCount)
  private let lateness: WorkerHistogram
  /// Those of operations with segments, by their numbers.
  private var segments: [SegmentRecorder?] = []

  /// The most operations that have timelines of their own, which would take memory without end for more.
  static let ownTimelines = 32
  private static let timelineCount = ownTimelines + 1

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
    grow(to: 0)
  }

  deinit {
    timelines.deinitialize(count: min(operations.count, Self.timelineCount))
    timelines.deallocate()
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
    timelines[min(operation, Self.ownTimelines)].record(
      end.saturatingSubtract(planned),
      endingAt: end.saturatingSubtract(start),
      failed: failure != nil
    )
  }

  /// Records the segments of an operation that succeeded.
  @inline(never)
  mutating func record(_ operation: Int, _ finished: FinishedSegments) {
    while segments.count <= operation { segments.append(nil) }
    let recorder = segments[operation] ?? SegmentRecorder()
    segments[operation] = recorder
    recorder.record(finished)
  }

  @inline(never)
  private mutating func grow(to operation: Int) {
    while operation >= operations.count {
      if operations.count < Self.timelineCount {
        (timelines + operations.count).initialize(to: TimelineRecorder())
      }
      operations.append(OperationRecorder(start: start, isScheduled: isScheduled))
    }
  }

  /// Records by how much a start was late, in nanoseconds.
  mutating func recordLateness(_ nanoseconds: Int64) { lateness.record(nanoseconds) }

  /// What was recorded so far.
  ///
  /// - Parameters:
  ///   - names: The names of the operations by their numbers.
  ///   - segmentNames: The names of segments by their numbers.
  /// - Returns: A value.
  mutating func record(
    named names: [String],
    _ segmentNames: [SegmentNames.Name] = []
  ) -> RunRecord {
    RunRecord(
      operations: zip(names, operations.indices).map { name, number in
        let recorder = operations[number]
        return RecordedOperation(
          name,
          recorder.latency.recording,
          service: recorder.service?.recording ?? Recording(),
          timeline: Self.hasTimeline(number) ? timelines[number].timeline : nil,
          segments: segments.indices.contains(number)
            ? segments[number]?.recording(named: segmentNames) ?? SegmentRecording()
            : SegmentRecording()
        )
      },
      furtherTimeline: operations.count > Self.ownTimelines
        ? timelines[Self.ownTimelines].timeline : Timeline(),
      lateness: lateness.snapshot()
    )
  }

  /// Whether an operation has a timeline of its own, by the number of its name.
  static func hasTimeline(_ operation: Int) -> Bool { operation < ownTimelines }
}
