// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport

/// The reports whose encoded forms are kept: one in the document, and one beside the tests.
enum ReportExample {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent()  // Scenarios
    .deletingLastPathComponent()  // SLAMetricsTests
    .deletingLastPathComponent()  // Tests
    .deletingLastPathComponent()

  /// The description of the form.
  static func document() throws -> String {
    try String(contentsOf: root.appending(path: "docs/report-format.md"), encoding: .utf8)
  }

  /// Where the text of the golden report is kept.
  static let goldenFile = root.appending(path: "Tests/SLAMetricsTests/Fixtures/report.json")

  /// Two requests, of which one failed, as the document shows them.
  static var small: LoadReport {
    let recorder = WorkerRecorder(origin: 0)
    recorder.record(from: 1_000, to: 2_001_000, failure: nil)
    recorder.record(from: 2_002_000, to: 2_502_000, failure: FailureKind(status: 503))
    return LoadReport(
      "GET /health",
      load: "1 user, 2 requests",
      elapsed: .milliseconds(4),
      operations: [RecordedOperation("GET /health", recorder.recording)],
      peakInFlight: 1
    )
    .adding([.idleUsers(4, peak: 1)])
  }

  /// A phase whose one operation has all that operations can have, and a total that does not follow from it.
  private static var phase: LoadReport {
    let (latency, service) = (WorkerRecorder(origin: 0), WorkerRecorder(origin: 0))
    latency.record(from: 0, to: 3_000_000, failure: nil)
    service.record(from: 1_000_000, to: 3_000_000, failure: nil)
    var (timeline, whole) = (Timeline(), Timeline())
    timeline.record(3_000_000, endingAt: 3_000_000, failed: false)
    whole.record(3_000_000, endingAt: 100_000_000, failed: false)
    var usage = CommandUsage()
    usage.add(
      user: 5,
      system: 7,
      memory: .init(seen: .bytes(2), bound: .bytes(3)),
      output: .bytes(9)
    )
    usage.add(.init(failure: FailureKind("exit status 1"), lines: ["no such file"]))
    let others = LoadReport.segmented([("store", [.milliseconds(2)])])
    var segments = others.operations[0].segmentRecording
    segments.segments[0].parent = .segment("request")
    segments.sample.add(.init(key: .max - 1, nanoseconds: 2_000_000, selfTimes: [2_000_000]))
    let operation = RecordedOperation(
      "run",
      latency.recording,
      service: service.recording,
      timeline: timeline,
      usage: usage,
      segments: segments
    )
    return LoadReport(
      "peak",
      load: "burst of 1",
      elapsed: .milliseconds(4),
      operations: [operation],
      setUps: [RecordedOperation("run", latency.recording)],
      timeline: whole
    )
  }

  /// A report with something of everything.
  static var golden: LoadReport {
    var report = small.probed("pending", [-1: 0, 2: .infinity], loadEnd: 4).phased([phase])
    report.probes.append(
      ProbeReport(
        "flaky",
        samples: [],
        gaps: [.init(start: .zero, end: .milliseconds(9), reason: "no answer from the gauge")],
        loadEnd: .milliseconds(4)
      )
    )
    report.span = .milliseconds(5)
    report.settling = Settling(limit: .seconds(1), duration: nil)
    report.sampling = SequentialSampling(confidence: 0.95, limit: 100)
    var generator = GeneratorReport()
    (generator.askedRate, generator.reachedRate) = (.perSecond(2), .perSecond(1.5))
    (generator.plannedCount, generator.processorTime) = (3, .milliseconds(1))
    (generator.iterationCount, generator.runQueueDelay) = (2, .zero)
    (generator.busiestThreadShare, generator.otherProcessorShare) = (0.25, 0.5)
    (generator.processorPressure, generator.sanitizers) = (1, ["thread"])
    generator.lateness = Summary(nanoseconds: [7, 5])
    report.generator = generator
    return report.adding([Warning.notSettled(limit: .seconds(1)).inPhase("peak")])
  }
}
