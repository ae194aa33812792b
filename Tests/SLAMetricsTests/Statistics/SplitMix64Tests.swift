// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SplitMix64Tests {
  /// The first numbers of Vigna's generator, https://prng.di.unimi.it/splitmix64.c.
  @Test func sequenceIsThatOfTheReference() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func sameSeedGivesTheSameSequence() {
    var (first, second) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
    #expect((0..<10).allSatisfy { _ in first.next() == second.next() })
  }
}
