// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct StirlingErrorTests {
  /// ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π in 50 digits with mpmath 1.3.
  @Test(arguments: [
    (1, 0.081061466795327258), (2, 0.041340695955409294), (2.5, 0.033162873519936287),
    (15, 0.0055547335519628014), (16, 0.0052076559196096404), (1_000, 8.3333330555556349e-5),
    (1e6, 8.3333333333330556e-8), (1e9, 8.3333333333333333e-11),
  ])
  func errorIsThatOfTheOracle(argument: Double, expected: Double) {
    #expect(abs(StirlingError.value(at: argument) - expected) < 5e-15)
  }

  @Test func devianceIsExactNextToTheMean() {
    // d²/(2m) − d³/(6m²) + … for d = k − m: 1/2e6 − 1/6e12.
    let close = StirlingError.deviance(of: 1_000_001, mean: 1_000_000, difference: 1)
    #expect(relativeError(close, 0.5e-6 - 1 / 6e12 + 1 / 12e18) < 1e-14)
    #expect(StirlingError.deviance(of: 7, mean: 7, difference: 0) == 0)
  }

  @Test func devianceFarFromTheMeanIsTheFormula() {
    // 2 ln 2 − 2 + 1, and 1 · ln(1/3) − 1 + 3.
    #expect(
      relativeError(StirlingError.deviance(of: 2, mean: 1, difference: 1), 0.3862943611198906)
        < 1e-14
    )
    #expect(
      relativeError(StirlingError.deviance(of: 1, mean: 3, difference: -2), 0.9013877113318903)
        < 1e-14
    )
  }
}
