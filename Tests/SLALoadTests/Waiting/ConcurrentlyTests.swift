// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct ConcurrentlyTests {
  private struct Odd: Error, Equatable {
    let number: Int
  }

  @Test func resultsComeInOrderWithTheirErrorsAndTimes() async throws {
    let results = await concurrently(20) { number in
      if number.isMultiple(of: 2) == false { throw Odd(number: number) }
      try await Task.sleep(for: .milliseconds(20 - number))
      return number * 10
    }
    #expect(results.count == 20)
    for (number, result) in results.enumerated() {
      if number.isMultiple(of: 2) {
        #expect(try result.get() == number * 10 && result.error == nil)
        #expect(result.duration >= .milliseconds(20 - number))
      } else {
        #expect(result.error as? Odd == Odd(number: number))
      }
      #expect(result.start >= .zero)
    }
    #expect(results.contains { $0.start == .zero })
  }

  @Test func allRunAtOnce() async {
    let gate = StartGate(for: 30)
    // Each waits for all others within the work.
    let results = await concurrently(30) { _ in try await gate.arrive() }
    #expect(results.allSatisfy { $0.error == nil })
  }

  @Test func noneGivesNothing() async {
    #expect(await concurrently(0) { $0 }.isEmpty)
  }
}
