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
}
