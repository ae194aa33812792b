// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityProfileTests {
  private let concurrency = [1, 2, 4, 8, 16, 32]

  private func points(sigma: Double, kappa: Double) -> [Scalability.Point] {
    concurrency.map { users in
      let n = Double(users)
      let rate = 50 * n / (1 + sigma * (n - 1) + kappa * n * (n - 1))
      return .init(concurrency: users, throughput: rate)
    }
  }

  @Test func nothingIsLeftAtThePeakOfTheLaw() {
    let profile = ScalabilityProfile(points(sigma: 0.05, kappa: 0.002))
    let peak = (0.95 / 0.002).squareRoot()
    #expect(profile.largest == 32)
    #expect(profile.residual(peak: peak) < 1e-9 * profile.total)
    #expect(profile.residual(peak: peak / 2) > 1e-4 * profile.total)
    #expect(profile.residual(peak: .infinity) > 1e-4 * profile.total)
    let rising = ScalabilityProfile(points(sigma: 0.05, kappa: 0))
    #expect(rising.residual(peak: .infinity) < 1e-9 * rising.total)
  }

  /// Two measurements a below and a above the law leave 2a² at its peak.
  @Test func repeatsLeaveWhatTheyDifferBy() {
    let repeated = points(sigma: 0.1, kappa: 0.001).flatMap { point in
      [-1.0, 1].map {
        Scalability.Point(concurrency: point.concurrency, throughput: point.throughput + $0)
      }
    }
    let residual = ScalabilityProfile(repeated).residual(peak: 30)
    #expect(relativeError(residual, 12) < 1e-5)
  }
}
