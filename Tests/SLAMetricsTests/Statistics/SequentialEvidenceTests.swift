// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SequentialEvidenceTests {
  /// Relative to the oracle, or to 1 where the logarithm is near 0.
  private func isClose(_ value: Double, _ expected: Double?) -> Bool {
    guard let expected else { return value.isFinite }
    return abs(value - expected) <= 1e-6 * max(abs(expected), 1)
  }

  @Test func evidenceIsThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().sequentialEvidence.cases {
      let evidence = SequentialEvidence(exceeding: value.k, of: value.n, limit: value.limit)
      #expect(isClose(evidence.logEvidenceMet, value.logEvidenceMet), "\(value): \(evidence)")
      #expect(isClose(evidence.logEvidenceMissed, value.logEvidenceMissed), "\(value): \(evidence)")
    }
  }

  /// Where the integral is below the smallest `Double`, its logarithm is not.
  @Test func millionsOfSamplesStayFinite() {
    // All of n exceed: ∫₀ᴸ θⁿ dθ / (L·Lⁿ) = 1 / (n + 1), whatever L.
    let all = SequentialEvidence(exceeding: 1_000_000, of: 1_000_000, limit: 0.01)
    #expect(abs(all.logEvidenceMet + 13.815511557963774) < 1e-9)  // −ln 1,000,001
    // 1/(1 − L) ∫ θⁿ dθ / Lⁿ from L to 1, all but Lⁿ⁺¹ of 1 / (n + 1): −ln 0.99 − n ln 0.01 − ln(n + 1).
    #expect(abs(all.logEvidenceMissed - 4605156.3805268692) < 1e-6)
    // None exceed, mirrored.
    let none = SequentialEvidence(exceeding: 0, of: 1_000_000, limit: 0.99)
    #expect(abs(none.logEvidenceMissed - all.logEvidenceMet) < 1e-9)
    #expect(abs(none.logEvidenceMet - all.logEvidenceMissed) < 1e-6)
  }

  /// Both values are expectations of 1 under the limit: Σ P(k) e(k) = 1, computed here by P's ratio.
  @Test(arguments: [(1, 0.05), (20, 0.05), (50, 0.5), (80, 0.99)])
  func expectedValueAtTheLimitIsOne(total: Int, limit: Double) {
    var chance = 1.0
    for _ in 0..<total { chance *= 1 - limit }
    var (met, missed) = (0.0, 0.0)
    for count in 0...total {
      let evidence = SequentialEvidence(exceeding: count, of: total, limit: limit)
      met += chance * exponential(evidence.logEvidenceMet)
      missed += chance * exponential(evidence.logEvidenceMissed)
      chance *= Double(total - count) / Double(count + 1) * limit / (1 - limit)
    }
    #expect(abs(met - 1) < 1e-9 && abs(missed - 1) < 1e-9, "\(met), \(missed)")
  }

  @Test func limitsAtTheEndsAreTheLimitsOfTheFormula() {
    for (count, total) in [(0, 5), (2, 5), (5, 5)] {
      for (end, near) in [(0.0, 1e-300), (1.0, 1 - 1e-16)] {
        let exact = SequentialEvidence(exceeding: count, of: total, limit: end)
        let close = SequentialEvidence(exceeding: count, of: total, limit: near)
        for path in [\SequentialEvidence.logEvidenceMet, \.logEvidenceMissed] {
          let (value, expected) = (close[keyPath: path], exact[keyPath: path])
          #expect(expected.isInfinite ? value > 30 : abs(value - expected) < 1e-9)
        }
      }
    }
  }

  @Test func withoutSamplesOrLimitThereIsNoEvidence() {
    for evidence in [
      SequentialEvidence(exceeding: 0, of: 0, limit: 0.05),
      SequentialEvidence(exceeding: 1, of: 9, limit: .nan),
    ] {
      #expect(evidence.logEvidenceMet == 0 && evidence.logEvidenceMissed == 0)
      #expect(evidence.decision(confidence: 0.95) == .undecided)
      #expect(evidence.decision(confidence: 0) == .undecided)
    }
  }

  @Test func decisionIsMadeAtTheThreshold() {
    func decision(_ count: Int, _ total: Int) -> SequentialEvidence.Decision {
      SequentialEvidence(exceeding: count, of: total, limit: 0.05).decision(confidence: 0.95)
    }
    // None exceed: (1/L) (1 − 0.95ⁿ⁺¹) / ((n + 1) 0.95ⁿ) reaches 20 between n = 87 and n = 88.
    #expect(decision(0, 87) == .undecided && decision(0, 88) == .met)
    #expect(decision(30, 100) == .missed)
    #expect(decision(5, 100) == .undecided)
  }

  @Test func limitInPercentTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SequentialEvidence(exceeding: 1, of: 100, limit: 5)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("limit must be a share in 0...1, as 0.05 (was 5.0)"))
  }
}
