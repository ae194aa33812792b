// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension SweepReport {
  /// A sweep of runs that went at given rates, without running anything: by the number of users.
  package static func fixture(_ rates: KeyValuePairs<Int, [Int]>, p95: [Int: Int] = [:]) -> Self {
    SweepReport(
      "GET /health",
      rates.map { users, rates in
        let runs = rates.map { rate in
          let latency = Duration.milliseconds(p95[users] ?? users)
          // 20 operations, at a rate in tenths of operations per second.
          return LoadReport.fixture(
            latencies: Array(repeating: latency, count: 20),
            elapsed: .nanoseconds(200_000_000_000 / Int64(rate))
          )
        }
        return Step(users: users, runs: runs)
      }
    )
  }
}
