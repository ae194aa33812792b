// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
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
    #expect(report.irregularities == Irregularities(negative: 1, clockSteps: 1))
    #expect(report.warnings == [.negativeDurations(1), .clockSteps(1)])
  }

  @Test func countsAreRecordedAtOnce() throws {
    let recorder = LatencyRecorder("work")
    recorder.record(.milliseconds(2), count: 30_000)
    recorder.record(nanoseconds: 1_000_000)
    let summary = try #require(recorder.summary)
    #expect(summary.count == 30_001 && summary.min == .milliseconds(1))
    #expect(summary.p50 == .milliseconds(2))
  }

  @Test func aNegativeCountTraps() async {
    await #expect(processExitsWith: .failure) {
      LatencyRecorder("work").record(.seconds(1), count: -1)
    }
  }

  /// All intervals together are everything, whoever records meanwhile.
  @Test func intervalsHoldEachOperationOnce() async throws {
    let recorder = LatencyRecorder("work")
    let intervals = await withTaskGroup(of: [Recording].self) { group in
      for _ in 0..<3 {
        group.addTask {
          for index in 0..<10_000 {
            recorder.record(nanoseconds: Int64(index))
            if index % 100 == 0 { recorder.record(.timeout, after: .zero) }
          }
          return []
        }
      }
      group.addTask { (0..<50).map { _ in recorder.intervalSnapshot() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let all = intervals + [recorder.intervalSnapshot()]
    // Those taken in the middle of recording are whole in themselves: what is not cannot be decoded.
    for interval in all {
      let read = try JSONDecoder().decode(Recording.self, from: JSONEncoder().encode(interval))
      #expect(read == interval)
    }
    #expect(all.map(\.successCount).reduce(0, +) == 30_000)
    #expect(all.map(\.failureCount).reduce(0, +) == 300)
    #expect(recorder.intervalSnapshot().count == 0 && recorder.snapshot().count == 30_300)
  }

  @Test func orderOfCompletionIsKept() throws {
    let recorder = LatencyRecorder("work", time: clock.source)
    for index in 1...10_000 { recorder.time { clock.advance(by: .microseconds(index)) } }
    let summary = try #require(recorder.summary)
    #expect(summary.first(3) == [.microseconds(1), .microseconds(2), .microseconds(3)])
    #expect(summary.last(2) == [.microseconds(9_999), .microseconds(10_000)])
    #expect(summary.first(17) == nil && summary.series == nil)
    // Means 5.5 and 9,995.5 µs.
    #expect(try #require(summary.degradation()?.share) == 9_990 / 5.5)
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
