// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RecordingTests {
  private func recording(_ body: (WorkerRecorder) -> Void) -> Recording {
    let recorder = WorkerRecorder(origin: 0)
    body(recorder)
    return recorder.recording
  }

  @Test func failuresAreKeptApartFromSuccesses() throws {
    let recording = recording {
      $0.record(from: 90, to: 100, failure: nil)
      $0.record(from: 100, to: 101, failure: FailureKind(status: 503))
    }
    #expect(recording.successes.samples == [10] && recording.failed.samples == [1])
    #expect(recording.failures == [FailureKind(status: 503): 1])
    #expect(recording.successCount == 1 && recording.failureCount == 1 && recording.count == 2)
    #expect(try #require(recording.latency).max == .nanoseconds(10))
    #expect(try #require(recording.failedLatency).max == .nanoseconds(1))
  }

  @Test func nothingRecordedHasNoFigures() {
    #expect(Recording().latency == nil && Recording().elapsed == nil && Recording().count == 0)
  }

  @Test func elapsedIsFromTheFirstStartToTheLastEnd() {
    let recording = recording {
      $0.record(from: 90, to: 100, failure: nil)
      $0.record(from: 70, to: 120, failure: nil)
      $0.record(from: 105, to: 110, failure: .timeout)
    }
    #expect(recording.elapsed == .nanoseconds(50))
  }

  @Test func durationsWithoutTheirTimesHaveNoElapsedTime() {
    var timed = recording { $0.record(from: 90, to: 100, failure: nil) }
    let untimed = recording { $0.record(.nanoseconds(20)) }
    #expect(timed.elapsed == .nanoseconds(10) && untimed.elapsed == nil)
    timed.merge(untimed)
    #expect(timed.elapsed == nil && timed.successCount == 2)
  }

  @Test func mergeAddsEverything() {
    let left = recording { $0.record(from: 90, to: 100, failure: .timeout) }
    let right = recording {
      $0.record(from: 280, to: 300, failure: .timeout)
      $0.record(from: 170, to: 200, failure: nil)
    }
    let merged = left.merging(right)
    #expect(merged.failures == [.timeout: 2] && merged.successCount == 1)
    #expect(merged.elapsed == .nanoseconds(210))  // 90...300
    #expect(merged == right.merging(left) && Recording().merging(merged) == merged)
  }

  @Test func intervalsHoldWhatCameSince() {
    let recorder = WorkerRecorder(origin: 0)
    recorder.record(.timeout, after: .nanoseconds(1))
    recorder.record(.nanoseconds(5))
    let earlier = recorder.recording
    recorder.record(.timeout, after: .nanoseconds(2))
    recorder.record(.throttled, after: .nanoseconds(3))
    recorder.record(.nanoseconds(-1))
    let interval = recorder.recording.since(earlier)
    #expect(interval.failures == [.timeout: 1, .throttled: 1])
    #expect(interval.failed.samples == [2, 3] && interval.successes.samples.isEmpty)
    #expect(interval.irregularities == Irregularities(negative: 1) && interval.elapsed == nil)
    #expect(interval.count == 3)
  }
}
