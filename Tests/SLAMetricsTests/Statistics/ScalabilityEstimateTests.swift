// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityEstimateTests {
  private static let concurrency = [1, 2, 5, 10, 25, 50, 100]

  private func points(
    _ concurrency: [Int] = concurrency,
    sigma: Double,
    kappa: Double,
    noise: Double = 0,
    repeats: Int = 1,
    seed: UInt64 = 0
  ) -> [Scalability.Point] {
    var generator = SplitMix64(seed: seed)
    return Scalability.rates(
      concurrency,
      repeats: repeats,
      sigma: sigma,
      kappa: kappa,
      noise: noise,
      using: &generator
    )
  }

  /// Series of a known law at 7 concurrencies, three times each, with noise that grows with throughput, or does not.
  @Test(arguments: [
    (0.05, 0.001, 0.03, true), (0.2, 0.0005, 0.05, true), (0.05, 0.001, 0.04, false),
  ])
  func intervalHasTheTruePeakInIt(
    sigma: Double,
    kappa: Double,
    noise: Double,
    isRelative: Bool
  ) throws {
    let truth = ((1 - sigma) / kappa).squareRoot()
    var covered = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var generator = SplitMix64(seed: seed)
      let measured = Scalability.rates(
        Self.concurrency,
        repeats: 3,
        sigma: sigma,
        kappa: kappa,
        noise: noise,
        isRelative: isRelative,
        using: &generator
      )
      let fit = try #require(ScalabilityEstimate(measured))
      let isInside = fit.peakLowerBound <= truth && fit.peakUpperBound.map { truth <= $0 } ?? true
      covered += isInside ? 1 : 0
    }
    // 91 % to 99 %.
    #expect((137...149).contains(covered), "seeds 1 to 150: \(covered) of 150")
  }

  @Test(arguments: [(0.05, 0.03), (0.6, 0.05)])
  func noPeakIsClaimedWhereThereIsNone(sigma: Double, noise: Double) throws {
    var claimed = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      let measured = points(sigma: sigma, kappa: 0, noise: noise, repeats: 3, seed: seed)
      claimed += try #require(ScalabilityEstimate(measured)).peakConcurrency == nil ? 0 : 1
    }
    #expect(claimed <= 10, "seeds 1 to 100: \(claimed) of 100")
  }

  @Test func measurementsWithoutErrorHaveNoInterval() throws {
    let fit = try #require(ScalabilityEstimate(points(sigma: 0.05, kappa: 0.001)))
    // √(0.95 / 0.001) = 30.822
    let upper = try #require(fit.peakUpperBound)
    #expect(relativeError(try #require(fit.peakConcurrency), 950.0.squareRoot()) < 1e-6)
    #expect(relativeError(fit.peakLowerBound, 950.0.squareRoot()) < 1e-4)
    #expect(relativeError(upper, 950.0.squareRoot()) < 1e-4 && !fit.isExtrapolated)
    #expect(abs(fit.contention - 0.05) < 1e-6 && relativeError(fit.coherency, 0.001) < 1e-4)
    #expect(relativeError(fit.throughputOfOne, 100) < 1e-6)
    let none = try #require(ScalabilityEstimate(points(sigma: 0.05, kappa: 0)))
    #expect(none.peakConcurrency == nil && none.peakUpperBound == nil && none.peakLowerBound > 100)
  }

  @Test func fourPointsHaveOneDegreeOfFreedomAndAWideInterval() throws {
    let few = points([1, 10, 30, 100], sigma: 0.05, kappa: 0.001, noise: 0.02, seed: 5)
    let more = points(
      [1, 10, 30, 100],
      sigma: 0.05,
      kappa: 0.001,
      noise: 0.02,
      repeats: 9,
      seed: 5
    )
    let (wide, narrow) = (try #require(ScalabilityEstimate(few)), ScalabilityEstimate(more))
    #expect(wide.pointCount == 4 && narrow?.pointCount == 36)
    let upper = try #require(narrow?.peakUpperBound)
    #expect(upper < 40 && (wide.peakUpperBound ?? .infinity) > upper)
  }

  @Test func threeConcurrenciesAreTooFew() {
    #expect(ScalabilityEstimate(points([1, 10, 100], sigma: 0.1, kappa: 0, repeats: 5)) == nil)
    #expect(ScalabilityEstimate([]) == nil)
  }

  @Test func aPeakBeyondTheMeasuredIsSaidToBeForetold() throws {
    let measured = points([1, 2, 4, 8, 16, 24], sigma: 0.05, kappa: 0.001)
    let fit = try #require(ScalabilityEstimate(measured))
    #expect(fit.peakConcurrency != nil && fit.isExtrapolated && fit.largestConcurrency == 24)
  }

  @Test func throughputThatFallsFromTheStartPeaksAtTheFirst() throws {
    // √(1 / 2) = 0.707
    let measured = points([1, 2, 4, 8], sigma: 0, kappa: 2, noise: 0.01, repeats: 3, seed: 1)
    let fit = try #require(ScalabilityEstimate(measured))
    #expect(fit.peakLowerBound < 1 && (fit.peakUpperBound ?? .infinity) < 1, "\(fit)")
  }

  @Test func aFlatLineHasNoPeakAndRulesNoneOut() throws {
    let measured = [1, 2, 4, 8].map { Scalability.Point(concurrency: $0, throughput: 10) }
    let fit = try #require(ScalabilityEstimate(measured))
    #expect(fit.peakConcurrency == nil && fit.peakLowerBound == 0)
  }
}

extension Scalability {
  /// Measurements made by the law, with normal noise: a share of throughput, or of 500 /s.
  fileprivate static func rates(
    _ concurrency: [Int],
    repeats: Int,
    sigma: Double,
    kappa: Double,
    noise: Double,
    isRelative: Bool = true,
    using generator: inout SplitMix64
  ) -> [Scalability.Point] {
    concurrency.flatMap { users in
      let n = Double(users)
      let rate = 100 * n / (1 + sigma * (n - 1) + kappa * n * (n - 1))
      return (0..<repeats).map { _ -> Scalability.Point in
        // The sum of twelve uniform numbers has variance 1, and is near to normal.
        let sum = (0..<12).reduce(-6.0) { total, _ in total + .random(in: 0..<1, using: &generator)
        }
        return Scalability.Point(
          concurrency: users,
          throughput: rate + noise * sum * (isRelative ? rate : 500)
        )
      }
    }
  }
}
