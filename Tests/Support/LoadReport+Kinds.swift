// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension LoadReport {
  /// A report of every kind there is, each named by what is in it.
  package static let ofEveryKind: [LoadReport] =
    [
      LoadReport("nothing", load: nil, elapsed: nil, operations: []),
      fixture("failures alone", failures: ["status 500": 3, "queue \"full\"\\": 1]),
      timed("one after another", latencies: ramp(50).reversed()),
      irregular, merged, many, open(starts: 20), open(starts: 20_000), inPhases, watched,
      inSegments,
      command(memory: [PeakMemory(exactly: .megabytes(9)), .init(seen: nil, bound: .kilobytes(7))]),
      command("failing", memory: [], failures: ["exit status 1": 2], lines: ["a\tb", "", "ü"]),
      setUp(sharing: false), setUp(sharing: true), overTime(operations: 1), overTime(operations: 2),
    ] + alone

  /// Reports of single operations of others.
  private static var alone: [LoadReport] {
    [open(starts: 20), watched, inSegments, setUp(sharing: false), setUp(sharing: true)]
      .flatMap(\.operations).map(\.loadReport)
  }

  private static var irregular: LoadReport {
    let recorder = WorkerRecorder()
    recorder.record(.seconds(-1))
    recorder.record(.seconds(5_000))
    recorder.record(nanoseconds: .max)
    recorder.record(from: 10, to: 5, failure: nil)
    recorder.record(from: 9, to: 5, failure: .timeout)
    return LoadReport(
      "irregularities",
      load: nil,
      elapsed: recorder.recording.elapsed,
      operations: [RecordedOperation("irregularities", recorder.recording)]
    )
  }

  /// Of two recorders of which one does not know when, so that the order is not known.
  private static var merged: LoadReport {
    let (one, other) = (WorkerRecorder(origin: 0), WorkerRecorder())
    for value in 1...9 {
      one.record(from: 0, to: Int64(value), failure: value > 7 ? .cancelled : nil)
      other.record(.milliseconds(10 - value))
    }
    let recording = one.recording.merging(other.recording)
    let operations = [RecordedOperation("merged", recording)]
    return LoadReport("merged", load: nil, elapsed: recording.elapsed, operations: operations)
  }

  private static var many: LoadReport {
    let (one, other) = (WorkerRecorder(origin: 0), WorkerRecorder(origin: 0))
    for index in 0..<Int64(20_000) {
      one.record(from: index, to: index * index, failure: index % 9 == 1 ? .rejected : nil)
      other.record(nanoseconds: index * 7)
    }
    return LoadReport(
      "many operations",
      load: "1 user, 40000 requests",
      elapsed: .seconds(3),
      operations: [
        RecordedOperation("timed", one.recording), RecordedOperation("not timed", other.recording),
      ],
      peakInFlight: 1
    )
  }

  /// Arrivals, which have service times and lateness.
  private static func open(starts: Int64) -> LoadReport {
    let (latency, service) = (WorkerRecorder(origin: 0), WorkerRecorder(origin: 0))
    let late = WorkerHistogram(origin: 0)
    for index in 0..<starts {
      let (planned, began) = (index * 1_000_000, index * 1_000_000 + index % 17 * 1_003)
      latency.record(from: planned, to: began + 500_000, failure: nil)
      service.record(from: began, to: began + 500_000, failure: nil)
      late.record(began - planned)
    }
    var report = LoadReport(
      "arrivals",
      load: "arrivals of 1000/s for 1 s",
      elapsed: .seconds(1),
      operations: [
        RecordedOperation("search", latency.recording, service: service.recording),
        RecordedOperation("create", latency.recording, service: service.recording),
      ],
      peakInFlight: 3
    )
    var generator = GeneratorReport()
    (generator.plannedCount, generator.iterationCount) = (2 * Int(starts), 7)
    (generator.askedRate, generator.reachedRate) = (.perSecond(1_000), .perSecond(999.1))
    (generator.droppedCount, generator.unfinishedCount, generator.abandonedCount) = (4, 3, 1)
    (generator.overrunCount, generator.warmUpCount, generator.users) = (2, 10, 256)
    (generator.usersNotSetUp, generator.isStoppedEarly, generator.cores) = (1, true, 2)
    (generator.elapsed, generator.processorTime) = (.seconds(1), .milliseconds(812))
    (generator.busiestThreadShare, generator.otherProcessorShare) = (0.1, 1.0 / 3)
    (generator.runQueueDelay, generator.processorPressure) = (.microseconds(7), 1)
    (generator.isDebugBuild, generator.sanitizers) = (true, ["thread", "address"])
    generator.lateness = Summary(late.snapshot())
    report.generator = generator
    return report.adding([.unfinished(3, abandoned: 1, gracePeriod: .milliseconds(8.2))])
  }

  private static var inPhases: LoadReport {
    let phases = [timed("steady", latencies: ramp(20)), open(starts: 30)]
    var report = fixture("phases", latencies: ramp(30), failures: ["x": 1]).phased(phases)
    report.span = .seconds(90)
    return report.adding(phases[1].warnings.map { $0.inPhase("arrivals") })
  }

  /// With probes, settling, and a size that was decided on the way.
  private static var watched: LoadReport {
    var report = fixture("watched", latencies: ramp(3)).probed("pending", [:], loadEnd: 30)
      .probed("backlog", [-10: 0, 0: 1.5, 10: -2e-9, 40: 1e300], loadEnd: 30)
    report.probes.append(
      ProbeReport(
        "flaky",
        samples: [.init(time: .milliseconds(-4), value: 3)],
        gaps: [
          .init(start: .milliseconds(-3), end: .milliseconds(9), reason: "no answer from the gauge")
        ],
        loadEnd: .milliseconds(8.2)
      )
    )
    report.settling = Settling(limit: .milliseconds(8.2), duration: .microseconds(119_200))
    report.sampling = SequentialSampling(confidence: 0.95, limit: 10_000)
    return report
  }

  private static var inSegments: LoadReport {
    let times = ramp(100)
    let report = segmented([("store", times), ("retry", []), ("lock", Array(times.prefix(60)))])
    var recording = report.operations[0].segmentRecording
    recording.segments[1].parent = .several
    recording.segments[2].parent = .segment("store")
    for index in 0..<UInt64(1_200) {
      let row = SegmentSample.Row(
        key: index &* 0x9E37_79B9_7F4A_7C15,
        nanoseconds: Int64(index) * 1_000,
        selfTimes: index % 3 == 0 ? [] : [Int64(index) * 900, 0, 7]
      )
      recording.sample.add(row)
    }
    let latency = report.operations[0].recording
    return LoadReport(
      "segments",
      load: "1 user",
      elapsed: .seconds(5),
      operations: ["ingest", "again"].map { RecordedOperation($0, latency, segments: recording) }
    )
  }

  /// With users that are set up by an operation, which may also be one of the load.
  private static func setUp(sharing: Bool) -> LoadReport {
    let (load, setUp) = (WorkerRecorder(), WorkerRecorder())
    for value in 1...5 {
      load.record(.milliseconds(value))
      setUp.record(.milliseconds(100 + value))
    }
    setUp.record(FailureKind(status: 401), after: .milliseconds(3))
    return LoadReport(
      "set-ups",
      load: "5 users, 5 requests",
      elapsed: .seconds(1),
      operations: [RecordedOperation("search", load.recording)],
      setUps: [RecordedOperation(sharing ? "search" : "log in", setUp.recording)],
      peakInFlight: 5
    )
  }

  private static func overTime(operations: Int) -> LoadReport {
    var whole = Timeline()
    let recorded = (0..<operations).map { number in
      var timeline = Timeline()
      let recorder = WorkerRecorder(origin: 0)
      for index in 1...Int64(300) {
        let (end, isFailed) = (index * 40_000_000, index % 11 == 0)
        timeline.record(index * 1_000, endingAt: end, failed: isFailed)
        recorder.record(from: end - index * 1_000, to: end, failure: isFailed ? .timeout : nil)
      }
      whole.merge(timeline)
      return RecordedOperation("step \(number)", recorder.recording, timeline: timeline)
    }
    return LoadReport(
      "over time",
      load: "1 user",
      elapsed: .seconds(12),
      operations: recorded,
      peakInFlight: 1,
      timeline: whole
    )
  }
}
