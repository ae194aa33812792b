// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLALoad

@Suite struct SweepPlanTests {
  @Test func oneRoundGoesInTheOrderGiven() {
    let plan = SweepPlan([10, 1, 5], repeats: 1, seed: 3)
    #expect(plan.order(ofRound: 0) == [10, 1, 5])
  }

  @Test func roundsHaveOrdersOfTheirOwnByTheSeed() {
    let plan = SweepPlan(Array(1...8), repeats: 2, seed: 3)
    let orders = (0..<2).map { plan.order(ofRound: $0) }
    #expect(orders.allSatisfy { $0.sorted() == Array(1...8) } && orders[0] != orders[1])
    #expect(SweepPlan(Array(1...8), repeats: 2, seed: 3).order(ofRound: 1) == orders[1])
    #expect(SweepPlan(Array(1...8), repeats: 2, seed: 4).order(ofRound: 1) != orders[1])
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) { _ = SweepPlan([], repeats: 1, seed: 0) }
    await #expect(processExitsWith: .failure) { _ = SweepPlan([0], repeats: 1, seed: 0) }
    await #expect(processExitsWith: .failure) { _ = SweepPlan([2, 2], repeats: 1, seed: 0) }
    await #expect(processExitsWith: .failure) { _ = SweepPlan([2], repeats: 0, seed: 0) }
  }
}
