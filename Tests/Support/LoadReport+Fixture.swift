// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension LoadReport {
  /// A report made of given latencies and failures, without running anything.
  ///
  /// - Parameters:
  ///   - name: The name of the operation.
  ///   - latencies: What the successes took.
  ///   - failures: How many failed, by kind; each took 1 ms.
  ///   - elapsed: How long the run took, or `nil` if that is not known.
  ///   - load: How load was offered, in words.
  ///   - peakInFlight: The most operations in flight at one time, unless there is no load.
  ///   - warnings: What was noticed about the run.
  /// - Returns: The report.
  package static func fixture(
    _ name: String = "GET /health",
    latencies: [Duration] = [],
    failures: [String: Int] = [:],
    elapsed: Duration? = .seconds(1),
    load: String? = "16 users, 240 requests",
    peakInFlight: Int? = 16,
    warnings: [Warning] = []
  ) -> LoadReport {
    let recorder = WorkerRecorder()
    for latency in latencies { recorder.record(latency) }
    for (reason, count) in failures {
      for _ in 0..<count { recorder.record(FailureKind(reason), after: .milliseconds(1)) }
    }
    return LoadReport(
      name,
      load: load,
      elapsed: elapsed,
      operations: [RecordedOperation(name, recorder.recording)],
      peakInFlight: load == nil ? nil : peakInFlight
    ).adding(warnings)
  }

  /// The latencies 1 ms, 2 ms, … `count` ms: the nearest-rank percentile of p is p · count ms.
  package static func ramp(_ count: Int) -> [Duration] {
    (0..<count).map { .milliseconds($0 + 1) }
  }

  /// A report of operations that were timed one after another, so that their order is known.
  package static func timed(
    _ name: String = "GET /health",
    latencies: [Duration]
  ) -> LoadReport {
    let recorder = WorkerRecorder(origin: 0)
    var time: Int64 = 0
    for latency in latencies {
      let end = time + latency.wholeNanoseconds
      recorder.record(from: time, to: end, failure: nil)
      time = end
    }
    return LoadReport(
      name,
      load: "1 user, \(latencies.count) requests",
      elapsed: .nanoseconds(time),
      operations: [RecordedOperation(name, recorder.recording)],
      peakInFlight: 1
    )
  }

  /// A report of several operations with the figures that another tool printed of them.
  package static func mix(_ name: String, _ operations: [MixedOperation]) -> LoadReport {
    LoadReport(
      name,
      load: "40 users",
      elapsed: .seconds(300),
      operations: operations.map { RecordedOperation($0.name, $0.recording) },
      peakInFlight: 40
    )
  }

  /// The same with a probe that read values at times in milliseconds from the start of the load.
  package func probed(_ probe: String, _ readings: [Int: Double], loadEnd: Int) -> LoadReport {
    var report = self
    let samples = readings.sorted { $0.key < $1.key }.map {
      ProbeReport.Sample(time: .milliseconds($0.key), value: $0.value)
    }
    let seen = ProbeReport(probe, samples: samples, gaps: [], loadEnd: .milliseconds(loadEnd))
    report.probes.append(seen)
    return report
  }

  /// The same with phases.
  package func phased(_ phases: [LoadReport]) -> LoadReport {
    var report = self
    report.phases = phases
    return report
  }
}

/// An operation of which another tool printed the number of requests and failures, and percentiles.
package struct MixedOperation: Sendable {
  package let name: String
  package let recording: Recording

  /// Makes durations whose nearest ranks are the percentiles printed.
  ///
  /// - Parameters:
  ///   - name: The name of the operation.
  ///   - count: How many requests there were.
  ///   - throttled: How many of them were answered with 429.
  ///   - p95: The 95th percentile in milliseconds.
  ///   - p99: The 99th percentile in milliseconds.
  package init(_ name: String, _ count: Int, throttled: Int = 0, p95: Int, p99: Int) {
    self.name = name
    let recorder = WorkerRecorder()
    let successes = count - throttled
    let (first, second) = (
      Percentile.rank(of: 0.95, in: successes), Percentile.rank(of: 0.99, in: successes)
    )
    for rank in 1...successes {
      recorder.record(.milliseconds(rank <= first ? p95 : (rank <= second ? p99 : p99 + 1)))
    }
    for _ in 0..<throttled {
      recorder.record(FailureKind(.throttled, reason: "status 429"), after: .milliseconds(1))
    }
    recording = recorder.recording
  }
}
