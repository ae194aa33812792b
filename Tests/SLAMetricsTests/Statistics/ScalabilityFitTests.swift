// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityFitTests {
  @Test func boundsHoldWhereThePullIsBeyondThem() {
    // Faster than in proportion: σ and κ would be below 0, so that only λ is left.
    let concurrency = [1.0, 2, 3, 4]
    let throughput = [10.0, 20, 31, 42]
    let fit = ScalabilityFit(concurrency: concurrency, throughput: throughput)
    let best = fit.best()
    // Σ N·X / Σ N² = 311/30, and the error Σ X² − 311²/30 = 3,225 − 3,224.0333….
    #expect(best.sigma == 0 && fit.kappa(of: best) == 0)
    #expect(relativeError(best.lambda, 311 / 30.0) < 1e-12)
    #expect(relativeError(best.residual, 3_225 - 311 * 311 / 30.0) < 1e-9)
  }

  @Test func kappaThatIsLostInRoundingIsZero() {
    let fit = ScalabilityFit(concurrency: [1, 10, 100], throughput: [1, 1, 1])
    // The denominator at 100 users is 1 + 99 σ; κ·100·99 is compared with its 1e-9th part.
    #expect(fit.kappa(of: .init(sigma: 0, coherency: 0.9e-9)) == 0)
    #expect(fit.kappa(of: .init(sigma: 0, coherency: 1.1e-9)) == 1.1e-9 / 9_900)
    #expect(fit.kappa(of: .init(sigma: 1, coherency: 90e-9)) == 0)
  }
}
