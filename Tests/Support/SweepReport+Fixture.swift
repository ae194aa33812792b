// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension SweepReport {
  /// A sweep of runs that went at given rates, without running anything: by the number of users.
  ///
  /// - Parameters:
  ///   - rates: The rates of each step, in tenths of operations per second.
  ///   - p95: The latency of each step in milliseconds; that of others is a millisecond for each user.
  ///   - count: How many operations each run has.
  /// - Returns: The sweep.
  package static func fixture(
    _ rates: KeyValuePairs<Int, [Int]>,
    p95: [Int: Int] = [:],
    count: Int = 20
  ) -> Self {
    SweepReport(
      "GET /health",
      rates.map { users, rates in
        let runs = rates.map { rate in
          let latency = Duration.milliseconds(p95[users] ?? users)
          return LoadReport.fixture(
            latencies: Array(repeating: latency, count: count),
            elapsed: .nanoseconds(Int64(count) * 10_000_000_000 / Int64(rate))
          )
        }
        return Step(users: users, runs: runs)
      }
    )
  }
}

extension LoadReport {
  /// A run of which so many operations, of 5 ms each, ended in each interval of 100 ms.
  package static func inIntervals(_ counts: [Int]) -> LoadReport {
    var timeline = Timeline()
    let recorder = WorkerRecorder()
    for (number, count) in counts.enumerated() {
      for _ in 0..<count {
        timeline.record(5_000_000, endingAt: Int64(number) * 100_000_000, failed: false)
        recorder.record(.milliseconds(5))
      }
    }
    return LoadReport(
      "a",
      load: nil,
      elapsed: .milliseconds(100 * counts.count),
      operations: [RecordedOperation("a", recorder.recording)],
      timeline: timeline
    )
  }
}
