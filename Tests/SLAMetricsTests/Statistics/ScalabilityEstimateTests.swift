// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityEstimateTests {
  private let steps = [1, 2, 5, 10, 25, 50, 100]

  /// Three runs of each step with noise of 4 %, by the method of Box and Muller without its logarithm: a sum of twelve.
  private func points(
    sigma: Double,
    kappa: Double,
    noise: Double = 0.04,
    _ generator: inout SplitMix64
  ) -> [Scalability.Point] {
    var points: [Scalability.Point] = []
    for users in steps {
      let n = Double(users)
      let rate = 100 * n / (1 + sigma * (n - 1) + kappa * n * (n - 1))
      for _ in 0..<3 {
        var normal = -6.0
        for _ in 0..<12 { normal += Double(generator.next() >> 11) / 0x1p53 }
        points.append(.init(concurrency: users, throughput: rate * (1 + noise * normal)))
      }
    }
    return points
  }

  @Test func intervalHasTheTruePeakAsOftenAsItSays() throws {
    let seed: UInt64 = 2_024
    var generator = SplitMix64(seed: seed)
    let (sigma, kappa) = (0.05, 0.001)
    let peak = ((1 - sigma) / kappa).squareRoot()
    var (hits, claims) = (0, 0)
    for _ in 0..<200 {
      let estimate = try #require(
        ScalabilityEstimate(points(sigma: sigma, kappa: kappa, &generator))
      )
      let upper = estimate.peakUpperBound ?? .infinity
      if estimate.peakLowerBound <= peak && peak <= upper { hits += 1 }
      if estimate.peakConcurrency != nil { claims += 1 }
    }
    #expect((180...198).contains(hits), "seed \(seed): \(hits) of 200")
    #expect(claims >= 190, "seed \(seed): \(claims) of 200")
  }

  @Test(arguments: [0.02, 0.3])
  func noPeakIsClaimedWhereThereIsNone(sigma: Double) throws {
    let seed: UInt64 = 7
    var generator = SplitMix64(seed: seed)
    var claims = 0
    for _ in 0..<100 {
      let estimate = try #require(ScalabilityEstimate(points(sigma: sigma, kappa: 0, &generator)))
      if estimate.peakConcurrency != nil { claims += 1 }
    }
    #expect(claims <= 10, "seed \(seed), σ \(sigma): \(claims) of 100")
  }

  /// √(0.9 / 0.001) = 30, with nothing left to be off by.
  @Test func exactDataHaveANarrowInterval() throws {
    var generator = SplitMix64(seed: 1)
    let exact = points(sigma: 0.1, kappa: 0.001, noise: 0, &generator)
    let estimate = try #require(ScalabilityEstimate(exact))
    #expect(relativeError(try #require(estimate.peakConcurrency), 30) < 1e-3)
    #expect(estimate.peakLowerBound > 29.5 && estimate.peakLowerBound < 30.01)
    let upper = try #require(estimate.peakUpperBound)
    #expect(upper < 30.5 && upper > 29.99)
    #expect(abs(estimate.contention - 0.1) < 1e-4 && abs(estimate.coherency - 0.001) < 1e-5)
  }

  @Test func equalThroughputHasNoPeak() throws {
    let flat = steps.map { Scalability.Point(concurrency: $0, throughput: 10) }
    let estimate = try #require(ScalabilityEstimate(flat))
    #expect(estimate.peakConcurrency == nil && estimate.peakUpperBound == nil)
  }

  @Test func threeConcurrenciesAreTooFew() {
    let few = [1, 2, 4, 4, 4].map {
      Scalability.Point(concurrency: $0, throughput: Double($0) * 9)
    }
    #expect(ScalabilityEstimate(few) == nil)
  }
}
