// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct IncompleteBetaTests {
  /// Tails by the power series of the function, in 50 digits with mpmath 1.3.
  private static let tails: [(a: Double, b: Double, x: Double, lower: Double, upper: Double)] = [
    (2, 3, 0.5, 0.6875, 0.3125),
    (5, 1, 0.9, 0.59049000000000007, 0.40950999999999993),
    (1, 7, 0.01, 0.067934652093010001, 0.93206534790699),
    (30, 70, 0.2, 0.0096920857490070452, 0.99030791425099295),
    (1_000.5, 2_000.25, 0.3, 3.9030199429872509e-5, 0.99996096980057013),
    (50_000, 950_000, 0.05, 0.50054914195057905, 0.49945085804942095),
    (500_000, 500_000, 0.49, 2.645626708652242e-89, 1),
    (3, 1e6, 1e-6, 0.08030167298125864, 0.91969832701874136),
    (10, 20, 1e-12, 2.0030009999654023e-113, 1),
    (1e8, 9e8, 0.0999, 2.7066396567713333e-26, 1),
  ]

  @Test(arguments: tails.indices)
  func tailsAreThoseOfTheOracle(index: Int) {
    let value = Self.tails[index]
    let beta = IncompleteBeta(value.a, value.b)
    #expect(relativeError(beta.lower(at: value.x), value.lower) < 1e-12)
    #expect(relativeError(beta.upper(at: value.x), value.upper) < 1e-12)
  }

  @Test func tailBelowTheSmallestNumberHasALogarithm() {
    // I(x; a, 1) = xᵃ.
    let logarithms = IncompleteBeta(1e6, 1).logTails(at: 0.5)
    #expect(relativeError(logarithms.lower, -693147.18055994531) < 1e-13)
    #expect(logarithms.upper == 0)
  }

  @Test func endsHaveOneTailOnly() {
    let beta = IncompleteBeta(2, 3)
    #expect(beta.lower(at: 0) == 0 && beta.upper(at: 0) == 1)
    #expect(beta.lower(at: 1) == 1 && beta.upper(at: 1) == 0)
    #expect(beta.lower(at: .leastNonzeroMagnitude) == 0 && beta.upper(at: 1 - 1e-16) < 1e-40)
  }

  /// The function of the mirrored variable is the other tail.
  @Test func tailsAreMirrored() {
    for (a, b) in [(1.0, 1.0), (1, 9), (3, 40), (700, 20)] {
      for x in [0.0625, 0.25, 0.5, 0.75, 0.9375] {
        let tails = IncompleteBeta(a, b).logTails(at: x)
        let mirrored = IncompleteBeta(b, a).logTails(at: 1 - x)
        #expect(abs(tails.lower - mirrored.upper) < 1e-13 * max(1, abs(tails.lower)))
        #expect(abs(tails.upper - mirrored.lower) < 1e-13 * max(1, abs(tails.upper)))
      }
    }
  }

  @Test func scaledTailsAreTailsByTheirFactor() {
    // B(2, 3) = 1/12: x²(1 − x)³ · 12 = 0.375 at a half.
    let scaled = IncompleteBeta(2, 3).logScaledTails(at: 0.5)
    #expect(relativeError(exponential(scaled.lower), 0.6875 / 0.375) < 1e-13)
    #expect(relativeError(exponential(scaled.upper), 0.3125 / 0.375) < 1e-13)
  }

  @Test func inverseFindsTheArgumentOfATail() {
    let seed: UInt64 = 7
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let a = exponential(Double.random(in: 0...14, using: &generator)).rounded()
      let b = exponential(Double.random(in: 0...14, using: &generator)).rounded()
      let tail = exponential(Double.random(in: -200 ... -0.01, using: &generator))
      let beta = IncompleteBeta(a, b)
      let low = beta.argument(lowerTail: tail)
      // A rounded argument moves the tail by up to 1e-16 times the slope.
      let rounding = 1e-10 + 1e-15 * max(a, b)
      let seen = beta.lower(at: low)
      #expect(relativeError(seen, tail) < rounding, "seed \(seed): \(a), \(b), \(tail): \(seen)")
      let high = beta.argument(upperTail: tail)
      // Next to 1 there are few numbers left: one step of x is a large step of the tail.
      guard 1 - high > 1e-3 else { continue }
      let upper = beta.upper(at: high)
      #expect(relativeError(upper, tail) < rounding, "seed \(seed): \(a), \(b), \(tail): \(upper)")
    }
  }

  @Test func inverseOfNothingAndOfAllAreTheEnds() {
    let beta = IncompleteBeta(4, 9)
    #expect(beta.argument(lowerTail: 0) == 0 && beta.argument(lowerTail: 1) == 1)
    #expect(beta.argument(upperTail: 0) == 1 && beta.argument(upperTail: 1) == 0)
  }
}
