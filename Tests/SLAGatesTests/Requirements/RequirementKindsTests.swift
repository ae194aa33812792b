// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAGates

@Suite struct RequirementKindsTests {
  @Test(arguments: [
    (
      Requirement.drained("pending", within: .seconds(5)),
      "drain pending to 0 <= 5 s"
    ),
    (
      .drained("in flight", to: 2.5, within: .milliseconds(8.2)),
      "drain \"in flight\" to 2.5 <= 8200 µs"
    ),
    (
      .recovered("recovery", within: .percent(20), of: "steady"),
      "p50 change from phase steady to phase recovery <= 20 %"
    ),
    (
      .recovered("after", within: .percent(-5), of: "the burst", by: .p95),
      "p95 change from phase \"the burst\" to phase after <= -5 %"
    ),
    (
      .recovered("b", within: .percent(150), of: "a", by: .standardDeviation),
      "standard deviation change from phase a to phase b <= 150 %"
    ),
  ])
  func canonicalText(requirement: Requirement, expected: String) {
    #expect("\(requirement)" == expected)
  }

  @Test(arguments: [
    (
      Requirement.between(.p95, .milliseconds(1), .milliseconds(5)),
      "p95 between 1 ms and 5 ms"
    ),
    (.between(.mean, .zero, .milliseconds(8.2)), "mean between 0 s and 8200 µs"),
    (.between(.errorRate, 0.01, 0.05), "error rate between 1 % and 5 %"),
    (
      .between(.degradation(), -0.1, 0.1), "degradation first 10 last 10 between -10 % and 10 %"
    ),
    (
      .between(.throughput, .perSecond(10), .perMinute(6_000)),
      "throughput between 10 /s and 100 /s"
    ),
    (.between(.outputSize, .bytes(1), .kilobytes(2)), "output size between 1 B and 2 kB"),
    (.between(.cpu, .zero, .seconds(1)), "cpu time between 0 s and 1 s"),
    (.between(.count, 1, 1), "count between 1 and 1"),
    (.between(.peak("depth"), -1.5, 4), "peak depth between -1.5 and 4"),
    (.between(.slope(of: "rss"), -1, 1), "slope rss between -1 /s and 1 /s"),
  ])
  func betweenHasBothLimits(requirement: Requirement, expected: String) {
    #expect("\(requirement)" == expected)
  }

  private static let traps: [(body: @Sendable () -> Void, message: String)] = [
    (
      { _ = Requirement.drained("depth", to: .infinity, within: .seconds(1)) },
      "the level of a drain must be a finite number (was inf)"
    ),
    (
      { _ = Requirement.drained("depth", within: .seconds(-1)) },
      "the limit of the drain depth to 0 must not be negative (was -1 s)"
    ),
    (
      { _ = Requirement.recovered("b", within: .percent(-101), of: "a") },
      "the limit of the p50 change from phase a to phase b is a share in -1..., "
        + "as 0.05 for 5 % (was -1.01)"
    ),
    (
      {
        _ = Requirement.recovered("b", within: .percent(5), of: "a", by: Metric(quantity: .count))
      },
      "phases are compared by a latency (was count)"
    ),
    (
      { _ = Requirement.between(.p95, .milliseconds(5), .milliseconds(1)) },
      "the lower limit of the p95 must not be above the upper (was between 5 ms and 1 ms)"
    ),
    (
      { _ = Requirement.between(.errorRate, 0, 5) },
      "the limit of the error rate is a share in 0...1, as 0.05 for 5 % (was 5.0)"
    ),
    (
      { _ = Requirement.between(.peak("depth"), .nan, 1) },
      "the limit of the peak depth must be a finite number (was nan)"
    ),
  ]

  @Test(arguments: traps.indices)
  func limitsThatCannotBeTrap(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [index] in
      RequirementKindsTests.traps[index].body()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.traps[index].message))
  }
}
