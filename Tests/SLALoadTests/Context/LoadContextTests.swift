// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct LoadContextTests {
  private func draws(_ context: LoadContext) -> [Int] {
    var generator = context.generator()
    return (0..<8).map { _ in .random(in: 0..<1_000_000, using: &generator) }
  }

  @Test func generatorsFollowFromSeedUserAndTurn() {
    let context = LoadContext(user: 3, iteration: 17, turn: 5, seed: 42)
    #expect(draws(context) == draws(context))
    // What others do, by which the number within the run changes, does not change what a user draws.
    #expect(draws(context) == draws(LoadContext(user: 3, iteration: 99, turn: 5, seed: 42)))
  }

  @Test func generatorsOfOthersDiffer() {
    let all = (0..<4).flatMap { user in
      (0..<4).flatMap { turn in
        (0..<4).map { LoadContext(user: user, iteration: 0, turn: turn, seed: UInt64($0)) }
      }
    }
    #expect(Set(all.map(draws)).count == 64)
  }
}
