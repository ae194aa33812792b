// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The planned times of all arrivals of an open load, in order: a pure function of plan and seed.
///
/// Arrival k comes when k arrivals are expected by the stages' rates; with Poisson spacing, when the sum of
/// k + 1 exponential gaps of mean 1 is expected. E. N. Brown, R. Barbieri, V. Ventura, R. E. Kass, L. M. Frank,
/// "The Time-Rescaling Theorem and Its Application to Neural Spike Train Data Analysis", Neural
/// Computation 14 (2002), https://doi.org/10.1162/08997660252741149.
package struct ArrivalTimes: Sequence, IteratorProtocol {
  private let stages: [LoadStage]
  private let spacing: ArrivalSpacing
  private var generator: SplitMix64
  /// The stage of the next arrival, what was expected before it, and when it began.
  private var stage = 0
  private var countBefore = 0.0
  private var startNanoseconds: Int64 = 0
  /// The number of the next arrival, or the sum of gaps up to it.
  private var count: Double

  package init(_ stages: [LoadStage], spacing: ArrivalSpacing, seed: UInt64) {
    self.stages = stages
    self.spacing = spacing
    generator = SplitMix64(seed: seed)
    count = 0
    if spacing == .poisson { count = gap() }
  }

  /// The next planned time in nanoseconds since the load began, or `nil` after the last.
  package mutating func next() -> Int64? {
    // A count that is as good as the whole of a stage belongs to the next: 10 arrivals per second for one
    // second are those at 0 s to 0.9 s, whatever the rounding.
    while stage < stages.count, count >= countBefore + stages[stage].arrivals - 1e-9 {
      countBefore += stages[stage].arrivals
      startNanoseconds += stages[stage].nanoseconds
      stage += 1
    }
    guard stage < stages.count else { return nil }
    let seconds = stages[stage].time(ofCount: count - countBefore)
    count += spacing == .poisson ? gap() : 1
    return startNanoseconds + Int64((seconds * 1e9).rounded())
  }

  /// A gap of the exponential distribution with mean 1, by inversion.
  private mutating func gap() -> Double {
    -logarithm(1 - Double.random(in: 0..<1, using: &generator))
  }
}
