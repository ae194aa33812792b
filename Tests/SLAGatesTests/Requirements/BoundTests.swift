// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct BoundTests {
  private let most = Bound.limit(.lessOrEqual, .number(10))
  private let least = Bound.limit(.greaterOrEqual, .number(10))
  private let between = Bound.between(.number(10), .number(20))

  private func seconds(_ number: Int) -> MetricValue { .duration(.seconds(number)) }

  @Test func limitHoldsByItsRelation() {
    #expect([9, 10, 11].map { most.holds(.number($0)) } == [true, true, false])
    #expect([9, 10, 11].map { least.holds(.number($0)) } == [false, true, true])
  }

  @Test func betweenIncludesBothLimits() {
    #expect(
      [9.9, 10, 15, 20, 20.1].map { between.holds(.number($0)) } == [
        false, true, true, true, false,
      ]
    )
    let durations = Bound.between(seconds(1), seconds(2))
    #expect([0, 1, 2, 3].map { durations.holds(seconds($0)) } == [false, true, true, false])
  }

  @Test func notANumberHoldsNowhere() {
    for bound in [most, least, between] { #expect(!bound.holds(.number(.nan))) }
  }

  @Test func limitsAreOneOrTwo() {
    #expect(most.limits.map(\.relation) == [.lessOrEqual])
    #expect(between.limits.map(\.relation) == [.greaterOrEqual, .lessOrEqual])
    #expect(between.limits.map(\.value) == [.number(10), .number(20)])
  }

  @Test(
    arguments: [
      // The middle belongs to the upper limit.
      (-5.0, 10.0), (10, 10), (14.9, 10), (15, 20), (20, 20), (99, 20),
    ] as [(Double, Double)]
  )
  func nearestIsTheLimitThatIsBrokenOrAlmost(value: Double, expected: Double) {
    let nearest = between.nearest(to: .number(value))
    #expect(nearest.value == .number(expected))
    #expect(nearest.relation == (expected == 10 ? .greaterOrEqual : .lessOrEqual))
    #expect(most.nearest(to: .number(value)).value == .number(10))
  }

  @Test func widenedHasRoomBeyondTheLimit() {
    #expect(most.widened(by: 0.5) == .limit(.lessOrEqual, .number(15)))
    #expect(least.widened(by: 0.5) == .limit(.greaterOrEqual, .number(5)))
    #expect(between.widened(by: 0.5) == .between(.number(5), .number(30)))
    #expect(between.widened(by: 0) == between)
    let less = Bound.limit(.less, seconds(4))
    #expect(less.widened(by: 0.25) == .limit(.less, seconds(5)))
  }

  @Test func widenedByLessThanNothingHasLessRoom() {
    #expect(most.widened(by: -0.5) == .limit(.lessOrEqual, .number(5)))
    #expect(least.widened(by: -0.5) == .limit(.greaterOrEqual, .number(15)))
    #expect(between.widened(by: -0.25) == .between(.number(12.5), .number(15)))
  }

  /// Room beyond −10 is −5 where it is the most, and −15 where it is the least.
  @Test func negativeLimitsAreWidenedTheOtherWay() {
    let most = Bound.limit(.lessOrEqual, .number(-10))
    let least = Bound.limit(.greaterOrEqual, .number(-10))
    #expect(most.widened(by: 0.5) == .limit(.lessOrEqual, .number(-5)))
    #expect(least.widened(by: 0.5) == .limit(.greaterOrEqual, .number(-15)))
    #expect(most.widened(by: -0.5) == .limit(.lessOrEqual, .number(-15)))
    let around = Bound.between(.number(-10), .number(10))
    #expect(around.widened(by: 0.5) == .between(.number(-15), .number(15)))
  }

  @Test func widenedZeroStaysZero() {
    let none = Bound.limit(.lessOrEqual, .share(0))
    #expect(none.widened(by: 0.5) == none)
  }

  @Test(
    arguments: [
      // 10 ÷ 5, 10 ÷ 20, and nothing to divide by.
      (5, 2), (10, 1), (20, 0.5), (0, nil), (-5, nil),
    ] as [(Double, Double?)]
  )
  func marginIsTheFactorToTheLimit(value: Double, expected: Double?) {
    #expect(most.margin(of: .number(value)) == expected)
    #expect(least.margin(of: .number(value)) == expected.map { 1 / $0 })
  }

  @Test func marginOfTwoLimitsIsTheSmaller() {
    // 15 ÷ 10 is 1.5 and 20 ÷ 15 is 1.33; 5 ÷ 10 is 0.5.
    #expect(between.margin(of: .number(15)) == 20.0 / 15)
    #expect(between.margin(of: .number(5)) == 0.5)
    #expect(between.margin(of: .number(40)) == 0.5)
    #expect(Bound.between(.number(0), .number(10)).margin(of: .number(5)) == nil)
    #expect(Bound.limit(.lessOrEqual, .number(-1)).margin(of: .number(5)) == nil)
  }

  @Test func descriptionIsCanonical() {
    #expect("\(most)" == "<= 10" && "\(between)" == "between 10 and 20")
    #expect("\(Bound.limit(.less, seconds(3)))" == "< 3 s")
    #expect("\(Bound.between(.share(0.01), .share(0.5)))" == "between 1 % and 50 %")
  }
}
