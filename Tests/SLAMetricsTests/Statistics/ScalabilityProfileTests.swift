// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityProfileTests {
  private let concurrency = [1.0, 2, 5, 10, 25, 50, 100]

  private func rates(_ sigma: Double, _ kappa: Double) -> [Double] {
    concurrency.map { $0 / (1 + sigma * ($0 - 1) + kappa * $0 * ($0 - 1)) / 10 }
  }

  @Test(arguments: [(0.05, 0.001), (0.2, 0.0005), (0, 0.01), (0.9, 0.1)])
  func nothingIsLeftAtTheTruePeakAndMoreAwayFromIt(sigma: Double, kappa: Double) {
    let profile = ScalabilityProfile(concurrency: concurrency, throughput: rates(sigma, kappa))
    let peak = ((1 - sigma) / kappa).squareRoot()
    #expect(profile.residual(peak: peak) < 1e-12)
    let around = [0.5, 0.8, 1, 1.25, 2].map { profile.residual(peak: peak * $0) }
    #expect(around[0] > around[1] && around[1] > around[2])
    #expect(around[4] > around[3] && around[3] > around[2])
  }

  @Test func withoutCoherencyThereIsNoPeak() {
    let profile = ScalabilityProfile(concurrency: concurrency, throughput: rates(0.1, 0))
    #expect(profile.residual(peak: .infinity) < 1e-12)
    #expect(profile.residual(peak: 50) > 1e-6)
  }

  /// With σ = 1 the law is flat, whatever its peak.
  @Test(arguments: [0.5, 3, 40, 1e4, Double.infinity])
  func aFlatLineFitsAnyPeak(peak: Double) {
    let profile = ScalabilityProfile(
      concurrency: concurrency,
      throughput: Array(repeating: 1, count: 7)
    )
    #expect(profile.residual(peak: peak) < 1e-12)
  }
}
