// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAGates

@Suite struct RequirementTests {
  @Test(arguments: [
    (Quantity.percentile(0.95), Bound.limit(.lessOrEqual, .duration(.zero)), nil),
    (
      .percentile(0.95), .limit(.less, .duration(.milliseconds(-1))),
      "the limit of the p95 must not be negative (was -1 ms)"
    ),
    (.errorRate, .limit(.lessOrEqual, .share(1)), nil),
    (
      .errorRate, .limit(.lessOrEqual, .share(1.5)),
      "the limit of the error rate is a share in 0...1, as 0.05 for 5 % (was 1.5)"
    ),
    (
      .successRate, .limit(.greater, .share(.nan)),
      "the limit of the success rate is a share in 0...1, as 0.05 for 5 % (was nan)"
    ),
    (.degradation(first: 1, last: 2), .limit(.less, .share(-1)), nil),
    (
      .degradation(first: 1, last: 2), .limit(.less, .share(-1.5)),
      "the limit of the degradation first 1 last 2 is a share in -1..., as 0.05 for 5 % (was -1.5)"
    ),
    (
      .degradation(first: 1, last: 2), .limit(.less, .share(.infinity)),
      "the limit of the degradation first 1 last 2 is a share in -1..., as 0.05 for 5 % (was inf)"
    ),
    (.count, .limit(.less, .count(-1)), "the limit of the count must not be negative (was -1)"),
    (.probe("x", .peak), .limit(.less, .number(-1)), nil),
    (
      .probe("x", .slope), .limit(.less, .slope(.infinity)),
      "the limit of the slope x must be a finite number (was inf /s)"
    ),
    (.count, .between(.count(2), .count(2)), nil),
    (
      .count, .between(.count(3), .count(2)),
      "the lower limit of the count must not be above the upper (was between 3 and 2)"
    ),
    (
      .count, .between(.count(-3), .count(2)),
      "the limit of the count must not be negative (was -3)"
    ),
  ])
  func faultSaysWhatCannotBe(quantity: Quantity, bound: Bound, expected: String?) {
    guard let expected else {
      #expect(Requirement(quantity, bound).fault == nil)
      return
    }
    #expect(Requirement.fault(of: quantity, bound) == expected)
  }

  @Test func faultTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Metric.errorRate <= 5
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      text.contains("the limit of the error rate is a share in 0...1, as 0.05 for 5 % (was 5.0)")
    )
  }

  /// `.errorRate <= 1`, meant as 1 %, must not pass at 100 %.
  @Test(arguments: [
    Metric.errorRate <= 1, Metric.errorRate < 1, Metric.errorRate >= 0,
    Metric.failureRate(.throttled) < 1, Metric.successRate >= 0, Metric.successRate > 0,
    Metric.successRate <= 1, Metric.shareWithin(.seconds(1)) >= 0,
    Metric.shareWithin(.seconds(1)) > 0, Metric.throughput >= .perSecond(0), Metric.p95 >= .zero,
    Metric.count >= 0, Metric.failures(.timeout) >= 0, Metric.degradation() >= -1,
    .between(.errorRate, 0, 1), .between(.successRate, 0, 1),
  ])
  func vacuousIsWhatEverythingKeeps(requirement: Requirement) {
    #expect(requirement.isVacuous)
  }

  @Test(arguments: [
    Metric.errorRate >= 1, Metric.errorRate > 0, Metric.errorRate <= 0, Metric.errorRate <= 0.999,
    Metric.successRate < 1, Metric.successRate >= 1, Metric.successRate > 0.001,
    Metric.shareWithin(.seconds(1)) < 1, Metric.shareWithin(.seconds(1)) >= 1,
    Metric.throughput > .perSecond(0), Metric.p95 <= .zero, Metric.p95 > .zero, Metric.count > 0,
    Metric.failures(.timeout) <= 0, Metric.degradation() > -1, Metric.degradation() <= 100,
    Metric.peak("depth") >= -1e300, .between(.errorRate, 0, 0.5),
    .between(.p95, .zero, .seconds(1)),
    .drained("depth", within: .zero), .recovered("b", within: .percent(0), of: "a"),
  ])
  func whatSomethingBreaksIsNotVacuous(requirement: Requirement) {
    #expect(!requirement.isVacuous)
  }

  @Test func descriptionHasSubjectBoundAndDeadband() {
    let requirement = (Metric.p95 <= .milliseconds(300)).on("search").inEvery(.seconds(10))
      .deadband(0.1)
    #expect(requirement.subject == "p95 of search in every 10 s")
    #expect("\(requirement)" == "p95 of search in every 10 s <= 300 ms deadband 10 %")
  }

  @Test func requirementsAreEqualByContent() {
    #expect((Metric.p95 <= .seconds(1)) == (Metric.percentile(0.95) <= .milliseconds(1_000)))
    #expect((Metric.p95 <= .seconds(1)) != (Metric.p95 < .seconds(1)))
    #expect((Metric.p95 <= .seconds(1)) != (Metric.p95 <= .seconds(1)).deadband(0.1))
  }
}
