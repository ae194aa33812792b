// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The durations that rows record, the same in each run.
struct Latencies: @unchecked Sendable {
  // Unchecked: written before anybody else sees them, never after, and never freed.
  private let values: UnsafeMutablePointer<Int64>
  private static let count = 65_536

  /// The values as an array.
  var array: [Int64] { Array(UnsafeBufferPointer(start: values, count: Self.count)) }

  private init(seed: UInt64, _ value: (inout Generator) -> Double) {
    var generator = Generator(state: seed)
    values = .allocate(capacity: Self.count)
    for place in 0..<Self.count {
      (values + place).initialize(to: Int64(value(&generator).rounded()))
    }
  }

  /// Latencies of a service: log-normal, median 200 µs, σ = 1.
  static let service = Latencies(seed: 1) { generator in
    // G. E. P. Box and M. E. Muller, doi:10.1214/aoms/1177706645.
    let radius = (-2 * log(1 - generator.share())).squareRoot()
    return 200_000 * exp(radius * cos(2 * .pi * generator.share()))
  }

  /// Latencies spread evenly over the orders of magnitude from 1 ns to 1 hour.
  static let wholeRange = Latencies(seed: 2) { pow(3.6e12, $0.share()) }

  /// Latencies spread evenly, by their logarithm, from 100 µs to 1 ms.
  static let decade = Latencies(seed: 3) { 1e5 * pow(10, $0.share()) }

  /// Calls a function with so many values, round and round.
  ///
  /// The values go into a result too, so that the loop remains where the body is empty: then it
  /// costs what every row pays for the loop, which is subtracted.
  @inline(__always)
  func each(_ count: Int, _ body: (Int64) -> Void) {
    var number = 0
    var mixed: Int64 = 0
    while number < count {
      let value = values[number & (Self.count &- 1)]
      mixed ^= value
      body(value)
      number &+= 1
    }
    use(mixed)
  }
}

/// Keeps the compiler from leaving out what nobody would read.
@inline(never) @_optimize(none)
func use<Value>(_ value: Value) {}

/// A seeded source of random numbers, SplitMix64.
///
/// G. L. Steele, D. Lea, C. H. Flood, doi:10.1145/2714064.2660195.
private struct Generator {
  var state: UInt64

  /// A number in `0..<1`.
  mutating func share() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) / 0x1p53
  }
}
