// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A source of random numbers whose sequence follows from a seed.
///
/// Its own for each operation, so that what one draws does not depend on the others. Not for secrets. SplitMix64: G. L. Steele, D. Lea, C. H. Flood, https://doi.org/10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  // Last places of generators that do not go by the turn of a user, which is 0 at least.
  static let ofThinkTimes = -1
  static let ofSetUp = -2
  static let ofFlow = -3
  static let ofIteration = -4
  static let ofPhase = -5
  static let ofSweep = -6

  private var generator: SplitMix64

  /// Creates a generator.
  ///
  /// - Parameter seed: Any number.
  public init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Creates the generator of one of many by its place, whatever order they come in.
  init(seed: UInt64, _ place: Int...) {
    // Mixed at each step, and apart: seeds and places that differ little, or are equal, would else give
    // parts of one sequence.
    var mixed = Self.mixed(seed)
    for number in place {
      mixed = Self.mixed(mixed &+ Self.mixed(~UInt64(bitPattern: Int64(number))))
    }
    generator = SplitMix64(seed: mixed)
  }

  /// The seed of a phase, so that no phase repeats what another drew; of the first phase the seed itself.
  static func seed(_ seed: UInt64, ofPhase phase: Int) -> UInt64 {
    guard phase != 0 else { return seed }
    var generator = SeededGenerator(seed: seed, phase, ofPhase)
    return generator.next()
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var generator = SplitMix64(seed: number)
    return generator.next()
  }

  /// Returns the next 64 bits.
  public mutating func next() -> UInt64 { generator.next() }
}
