// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadReportTests {
  @Test func totalTakesAllOperationsTogether() {
    let (search, create) = (WorkerRecorder(), WorkerRecorder())
    for value in 1...3 { search.record(.nanoseconds(value)) }
    create.record(.nanoseconds(10))
    create.record(FailureKind("status 500"), after: .nanoseconds(10))
    let report = LoadReport(
      "mix",
      load: "2 users, 5 requests",
      elapsed: .seconds(2),
      operations: [
        RecordedOperation("search", search.recording),
        RecordedOperation("create", create.recording),
      ]
    )
    #expect(report.operations.map(\.name) == ["search", "create"])
    #expect(report.operations.map(\.count) == [3, 2])
    #expect(report.count == 5 && report.errorRate == 0.2 && report.successRate == 0.8)
    #expect(report.latency?.count == 4 && report.latency?.max == .nanoseconds(10))
    #expect(report.throughput == .perSecond(2) && report.elapsed == .seconds(2))
    #expect(report.failures == [FailureKind("status 500"): 1])
    #expect(report.loadReport == report && report.warnings.isEmpty)
  }

  @Test func timelinesAreThoseOfOperationsAndOfTheWhole() {
    var (one, whole) = (Timeline(), Timeline())
    one.record(5, endingAt: 10, failed: false)
    whole.merge(one)
    whole.record(7, endingAt: 20, failed: false)
    let kept = RecordedOperation("kept", timeline: one)
    let other = RecordedOperation("other")
    for operations in [[kept], [other], [kept, other]] {
      let report = LoadReport(
        "mix",
        load: nil,
        elapsed: .seconds(1),
        operations: operations,
        timeline: whole
      )
      #expect(report.operations.map(\.timeline) == operations.map(\.timeline))
      #expect(report.timeline == whole && report.total.timeline == whole)
    }
    // Where a part was not kept, the other is not the whole.
    var merged = kept
    merged.merge(other)
    #expect(merged.timeline == nil)
    let recorder = LatencyRecorder("x")
    #expect(recorder.loadReport.timeline == nil && recorder.loadReport.total.timeline == nil)
  }

  @Test func irregularitiesAreWarnedOf() {
    let recorder = WorkerRecorder()
    recorder.record(.seconds(-1))
    recorder.record(.seconds(5_000))
    let report = LoadReport(
      "x",
      load: nil,
      elapsed: nil,
      operations: [RecordedOperation("x", recorder.recording)]
    )
    #expect(report.irregularities == Irregularities(negative: 1, beyondRange: 1))
    #expect(report.warnings == [.negativeDurations(1), .beyondRange(1)])
    #expect(report.latency?.irregularities == report.irregularities)
  }

  @Test func furtherWarningsAreAdded() {
    let report = LoadReport("x", load: nil, elapsed: .zero, operations: [])
    #expect(report.adding([.negativeDurations(1)]).warnings == [.negativeDurations(1)])
  }

  @Test func reportOfNothingHasNoFigures() {
    let report = LoadReport("none", load: nil, elapsed: .zero, operations: [])
    #expect(report.count == 0 && report.latency == nil && report.throughput == nil)
    #expect(report.errorRate == nil && report.successRate == nil)
  }

  @Test func descriptionIsALine() {
    let report = LoadReport.fixture(latencies: [.milliseconds(2)], failures: ["x": 1])
    #expect(
      "\(report)" == "GET /health: 2 operations, 1 failed; 1 duration, min 2 ms, mean 2 ms, "
        + "p50 2 ms, p95 2 ms, p99 2 ms, max 2 ms"
    )
    #expect("\(report.operations[0])" == "\(report)")
    #expect("\(LoadReport.fixture())" == "GET /health: 0 operations, 0 failed")
  }
}
