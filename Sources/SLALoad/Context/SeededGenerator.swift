// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A source of random numbers whose sequence follows from a seed.
///
/// Its own for each operation of each user, so that what one user draws does not depend on the others. Not
/// for secrets. SplitMix64: G. L. Steele, D. Lea, C. H. Flood, https://doi.org/10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
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

  private static func mixed(_ number: UInt64) -> UInt64 {
    var generator = SplitMix64(seed: number)
    return generator.next()
  }

  /// Returns the next 64 bits.
  public mutating func next() -> UInt64 { generator.next() }
}
