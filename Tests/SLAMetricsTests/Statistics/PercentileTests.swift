// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct PercentileTests {
  @Test(arguments: [
    // ⌈p·n⌉ by hand; 0.07 · 100 and 0.29 · 100 exceed 7 and 29 in binary.
    (0.07, 100, 7), (0.29, 100, 29), (0.95, 20, 19), (0.95, 19, 19), (0.9, 10, 9), (0.99, 100, 99),
    (0.999, 1_000, 999), (0.5, 1, 1), (0.5, 2, 1), (0.5, 3, 2), (0, 5, 1), (1, 5, 5), (1e-9, 5, 1),
    (0.95, 240, 228), (0.333, 3, 1), (0.334, 3, 2),
  ])
  func nearestRankIsTheProductRoundedUp(quantile: Double, count: Int, expected: Int) {
    #expect(Percentile.rank(of: quantile, in: count) == expected)
  }

  @Test func nearestRankAgreesWithIntegersForAllThousandths() {
    for thousandths in 0...1_000 {
      for count in [1, 2, 3, 7, 10, 100, 240, 818, 1_000, 8_192, 1_000_000] {
        // ⌈t·n / 1000⌉ in integers, at least 1.
        let expected = max((thousandths * count + 999) / 1_000, 1)
        let rank = Percentile.rank(of: Double(thousandths) / 1_000, in: count)
        #expect(rank == expected, "\(thousandths) thousandths of \(count)")
      }
    }
  }

  @Test(arguments: [
    (0.5, 2), (0.9, 10), (0.95, 20), (0.99, 100), (0.999, 1_000), (0.9999, 10_000), (0, 1),
    (0.3, 2),
  ])
  func samplesNeededIsOneOverWhatIsLeft(quantile: Double, expected: Int) {
    #expect(Percentile.samplesNeeded(for: quantile) == expected)
  }

  @Test func maximumOfAnyNumberNeedsNoMore() {
    #expect(Percentile.samplesNeeded(for: 1) == nil)
  }

  @Test func samplesNeededAreTheFewestWhosePercentileIsNotTheirMaximum() throws {
    for thousandths in 1...999 {
      let quantile = Double(thousandths) / 1_000
      let needed = try #require(Percentile.samplesNeeded(for: quantile))
      #expect(Percentile.rank(of: quantile, in: needed) < needed, "\(quantile)")
      guard needed > 1 else { continue }
      #expect(Percentile.rank(of: quantile, in: needed - 1) == needed - 1, "\(quantile)")
    }
  }

  @Test func percentInsteadOfAShareTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Percentile.rank(of: 95, in: 10)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("quantile must be in 0...1, as 0.95 for the 95th percentile (was 95.0)"))
  }

  @Test func notANumberTraps() async {
    await #expect(processExitsWith: .failure) { _ = Percentile.rank(of: .nan, in: 10) }
  }
}
