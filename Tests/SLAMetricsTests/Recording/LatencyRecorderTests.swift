// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LatencyRecorderTests {
  private struct Broken: Error {}

  private let clock = ManualClock()

  @Test func workIsTimedAndItsResultHandedOn() async throws {
    let recorder = LatencyRecorder("work", time: clock.source)
    let sync = recorder.time {
      clock.advance(by: .milliseconds(3))
      return "sync"
    }
    let async = await recorder.time {
      await Task.yield()
      clock.advance(by: .milliseconds(5))
      return "async"
    }
    #expect(sync == "sync" && async == "async")
    let summary = try #require(recorder.summary)
    #expect(summary.min == .milliseconds(3) && summary.max == .milliseconds(5))
    #expect(summary.count == 2)
  }

  @Test func thrownErrorsAreRecordedAndThrownOn() async {
    let recorder = LatencyRecorder("work", time: clock.source)
    #expect(throws: Broken.self) {
      try recorder.time {
        clock.advance(by: .milliseconds(1))
        throw Broken()
      }
    }
    await #expect(throws: CancellationError.self) {
      try await recorder.time {
        await Task.yield()
        throw CancellationError()
      }
    }
    #expect(recorder.summary == nil)
    #expect(recorder.loadReport.failures == [FailureKind("Broken()"): 1, .cancelled: 1])
    #expect(recorder.loadReport.total.failedLatency?.max == .milliseconds(1))
  }

  @Test func durationsOfElsewhereCanBeRecorded() throws {
    let recorder = LatencyRecorder("work", time: clock.source)
    recorder.record(.milliseconds(7))
    recorder.record(FailureKind("status 503"), after: .milliseconds(1))
    let report = recorder.loadReport
    #expect(report.name == "work" && report.load == nil && report.count == 2)
    #expect(recorder.summary?.max == .milliseconds(7) && report.errorRate == 0.5)
    // Nobody said when they were: any rate would be made up.
    #expect(report.elapsed == nil && report.throughput == nil && report.peakInFlight == nil)
  }

  @Test func throughputCountsFromTheFirstStartToTheLastEnd() {
    let recorder = LatencyRecorder("work", time: clock.source)
    recorder.time { clock.advance(by: .milliseconds(100)) }
    clock.advance(by: .milliseconds(800))
    recorder.time { clock.advance(by: .milliseconds(100)) }
    let report = recorder.loadReport
    #expect(report.elapsed == .seconds(1) && report.throughput == .perSecond(2))
  }

  @Test func clockThatStepsBackIsCountedApartAndSaid() {
    let recorder = LatencyRecorder("work", time: clock.source)
    recorder.time { clock.advance(by: .nanoseconds(-500)) }
    recorder.record(.seconds(-1))
    let report = recorder.loadReport
    #expect(recorder.summary == nil && report.count == 2)
    #expect(report.warnings == [.negativeDurations(2)])
  }

  @Test func manyTasksLoseNothing() async throws {
    let recorder = LatencyRecorder("shared")
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for index in 0..<2_000 { recorder.record(.nanoseconds(task * 2_000 + index)) }
        }
      }
    }
    let summary = try #require(recorder.summary)
    #expect(summary.count == 16_000 && summary.max == .nanoseconds(15_999))
    // The mean of 0...15999 is 7999.5, which rounds up.
    #expect(summary.mean == .nanoseconds(8_000))
  }

  /// Compiles only if the work may capture what is not `Sendable`, and stays on the caller's actor.
  @MainActor @Test func workStaysOnTheCallersActor() async {
    final class Box { var value = 0 }
    let box = Box()
    await LatencyRecorder("work").time {
      MainActor.assertIsolated()
      await Task.yield()
      MainActor.assertIsolated()
      box.value += 1
    }
    #expect(box.value == 1)
  }
}
