// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct StudentTTests {
  /// scipy 1.17.1: `scipy.stats.t.ppf(p, df)` for p of 0.9, 0.975 and 0.995.
  @Test(
    arguments: [
      (1, [3.0776835371752544, 12.706204736174694, 63.656741162871526]),
      (1.5, [2.1963984175655376, 6.016663104427929, 17.820310514462804]),
      (2, [1.8856180831641272, 4.302652729749462, 9.924843200918287]),
      (2.7, [1.6881081751466425, 3.3921483831737507, 6.533128433408452]),
      (3, [1.637744353696209, 3.1824463052837078, 5.840909309733355]),
      (5, [1.4758840488244815, 2.5705818356363146, 4.032142983555228]),
      (18, [1.3303909435699093, 2.1009220402410382, 2.8784404727386077]),
      (29.3, [1.3111205919858122, 2.044320421500141, 2.754420171610263]),
      (1e6, [1.281552412129939, 1.959966356814107, 2.5758342201053344]),
    ] as [(Double, [Double])]
  )
  func quantilesAreThoseOfTheOracle(degrees: Double, expected: [Double]) {
    for (probability, t) in zip([0.9, 0.975, 0.995], expected) {
      let quantile = StudentT.quantile(probability, degreesOfFreedom: degrees)
      #expect(relativeError(quantile, t) < 1e-9, "\(probability), \(degrees): \(quantile)")
      let other = StudentT.quantile(1 - probability, degreesOfFreedom: degrees)
      #expect(relativeError(other, -t) < 1e-9, "\(1 - probability), \(degrees): \(other)")
    }
    #expect(StudentT.quantile(0.5, degreesOfFreedom: degrees) == 0)
  }

  @Test func argumentsOutOfRangeTrap() async {
    await #expect(processExitsWith: .failure) { _ = StudentT.quantile(0, degreesOfFreedom: 3) }
    await #expect(processExitsWith: .failure) { _ = StudentT.quantile(0.9, degreesOfFreedom: 0.5) }
  }
}
