// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// What is recorded of a run, by one worker at a time.
package final class RunRecorder {
  private let recorder: WorkerRecorder
  private var timeline = Timeline()
  private let start: Int64

  /// Creates an empty recorder of a run that began at a time, in nanoseconds of the time source.
  package init(start: Int64) {
    self.start = start
    recorder = WorkerRecorder(origin: start)
  }

  /// Records an operation by when it began and ended, in nanoseconds of the time source.
  package func record(from begin: Int64, to end: Int64, failure: FailureKind?) {
    recorder.record(from: begin, to: end, failure: failure)
    timeline.record(
      end.saturatingSubtract(begin),
      endingAt: end.saturatingSubtract(start),
      failed: failure != nil
    )
  }

  /// What was recorded so far.
  package var record: RunRecord { RunRecord(recording: recorder.recording, timeline: timeline) }
}

/// What was recorded of a run, or of a part of it.
package struct RunRecord: Sendable {
  package var recording = Recording()
  package var timeline = Timeline()

  /// Adds what was recorded of another part of the run.
  package mutating func merge(_ other: RunRecord) {
    recording.merge(other.recording)
    timeline.merge(other.timeline)
  }
}

/// A recorder that several workers share, one at a time.
package final class SharedRunRecorder: Sendable {
  private let recorder: Guarded<RunRecorder>

  package init(start: Int64) {
    recorder = Guarded(RunRecorder(start: start))
  }

  package func record(from begin: Int64, to end: Int64, failure: FailureKind?) {
    recorder.withLock { $0.record(from: begin, to: end, failure: failure) }
  }

  package var record: RunRecord { recorder.withLock { $0.record } }
}
