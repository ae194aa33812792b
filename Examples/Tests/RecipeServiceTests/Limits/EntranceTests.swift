// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import RecipeService

@Suite struct EntranceTests {
  @Test func keepsALogIfAskedTo() throws {
    let stop = try StopSignal()
    for keepsLog in [false, true] {
      let entrance = Entrance(keepsLog: keepsLog)
      let before = ContinuousClock.now
      for _ in 0..<3 { entrance.pass(stop) }
      let arrivals = entrance.arrivals
      #expect(arrivals.count == (keepsLog ? 3 : 0))
      #expect(arrivals == arrivals.sorted() && arrivals.allSatisfy { $0 >= before })
    }
  }

  @Test func holdsUpWhoComesWhileItIsShut() throws {
    let stop = try StopSignal()
    let entrance = Entrance(keepsLog: true)
    let shut = ContinuousClock.now
    entrance.shut(for: .milliseconds(50))
    entrance.pass(stop)
    #expect(ContinuousClock.now - shut >= .milliseconds(50))
    // Who comes later is through at once, and a stop opens it.
    entrance.shut(for: .seconds(3_600))
    stop.raise()
    entrance.pass(stop)
    #expect(entrance.arrivals.count == 2)
  }
}
