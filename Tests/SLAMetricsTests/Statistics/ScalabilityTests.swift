// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ScalabilityTests {
  private func points(_ concurrency: [Int], _ throughput: [Double]) -> [Scalability.Point] {
    zip(concurrency, throughput).map { Scalability.Point(concurrency: $0, throughput: $1) }
  }

  @Test func fitIsNoWorseThanThatOfTheOracle() throws {
    for value in try StatisticsVectors.load().scalability.cases {
      let fit = try #require(Scalability(points(value.concurrency, value.throughput)))
      let squares = value.throughput.reduce(0) { $0 + $1 * $1 }
      let limit = value.residualSumOfSquares * 1.001 + 1e-18 * squares
      #expect(fit.residualSumOfSquares <= limit, "\(value): \(fit)")
      // A peak far outside what was measured is a matter of rounding.
      let largest = Double(try #require(value.concurrency.max()))
      let peak = fit.peakConcurrency ?? .infinity
      if let expected = value.peakConcurrency {
        guard expected >= 1 && expected <= largest else { continue }
        #expect(relativeError(peak, expected) < 1e-3, "\(value): \(fit)")
      } else {
        #expect(peak > 10 * largest, "\(value): \(fit)")
      }
    }
  }

  /// Data made by the law give back what they were made of, also at the bounds of σ and κ.
  @Test(arguments: [
    (100, 0.05, 0.001), (3_287, 0.2, 0.0005), (25, 0.9, 0), (60, 0, 0), (7, 0, 0.01), (5, 1, 0),
    (5, 1, 0.1), (1e9, 0.02, 1e-5), (1e-9, 0.5, 0.5),
  ])
  func lawIsFoundInItsOwnData(lambda: Double, sigma: Double, kappa: Double) throws {
    let concurrency = [1, 2, 5, 10, 25, 50, 100]
    let throughput = concurrency.map {
      let n = Double($0)
      return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1))
    }
    let fit = try #require(Scalability(points(concurrency, throughput)))
    #expect(relativeError(fit.lambda, lambda) < 1e-6, "\(fit)")
    #expect(abs(fit.sigma - sigma) < 1e-6 && abs(fit.kappa - kappa) < 1e-6 * max(kappa, 1e-3))
    #expect((fit.peakConcurrency == nil) == (kappa == 0))
    for (n, x) in zip(concurrency, throughput) {
      #expect(relativeError(fit.throughput(at: Double(n)), x) < 1e-6)
    }
  }

  /// No point near the fit leaves less, with noise of 20 % and unknowns pushed against their bounds.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func fitIsALeastSquare(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let concurrency = [1, 2, 4, 8, 16, 32, 64]
    let sigma = Double.random(in: 0...1, using: &generator)
    let throughput = concurrency.map {
      Double($0) / (1 + sigma * Double($0 - 1)) * Double.random(in: 0.8...1.2, using: &generator)
    }
    let fit = try #require(Scalability(points(concurrency, throughput)))
    #expect(fit.kappa >= 0 && fit.sigma >= 0 && fit.sigma <= 1 && fit.lambda > 0)
    for _ in 0..<300 {
      let factor = { Double.random(in: 0.7...1.4, using: &generator) }
      let lambda = fit.lambda * factor()
      let sigma = min(fit.sigma * factor() + (factor() > 1.2 ? 0.01 : 0), 1)
      let kappa = fit.kappa * factor() + (factor() > 1.2 ? 0.0001 : 0)
      let residual = zip(concurrency, throughput).reduce(0) { sum, point in
        let n = Double(point.0)
        let error = point.1 - lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1))
        return sum + error * error
      }
      #expect(residual >= fit.residualSumOfSquares * (1 - 1e-9), "seed \(seed): \(fit)")
    }
  }

  @Test func throughputThatNeverRisesPeaksBelowOne() throws {
    let fit = try #require(Scalability(points([1, 2, 4, 8], [100, 40, 12, 3])))
    #expect(try #require(fit.peakConcurrency) < 1)
  }

  @Test func threeUnknownsNeedThreeConcurrencies() {
    #expect(Scalability([]) == nil)
    #expect(Scalability(points([1, 2, 2, 1], [10, 18, 19, 9])) == nil)
    #expect(Scalability(points([1, 2, 3], [10, 18, 25])) != nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func throughputThatIsNoNumberHasNoFit(throughput: Double) {
    #expect(Scalability(points([1, 2, 3, 4], [10, 18, throughput, 30])) == nil)
  }

  @Test func nothingDoneHasNoFit() {
    #expect(Scalability(points([1, 2, 3, 4], [0, 0, 0, 0])) == nil)
    #expect(Scalability(points([1, 2, 3, 4], [-1, -2, -3, -4])) == nil)
    #expect(Scalability(points([0, 1, 2, 3], [0, 10, 18, 25])) == nil)
  }

  @Test func someZerosAreData() throws {
    let fit = try #require(Scalability(points([1, 2, 4, 8], [10, 19, 0, 0])))
    #expect(fit.residualSumOfSquares.isFinite && fit.kappa > 0)
  }

  @Test func equalThroughputIsFullyInLine() throws {
    let fit = try #require(Scalability(points([1, 2, 4, 8], [10, 10, 10, 10])))
    #expect(abs(fit.sigma - 1) < 1e-9 && fit.peakConcurrency == nil)
  }
}
