// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Reference values of statistics, computed elsewhere: `Fixtures/statistics.json` of the tests.
///
/// Another file of the same form, made with other seeds, may take its place.
package struct StatisticsVectors: Decodable, Sendable {
  package let quantiles: Cases<Sample>
  package let proportionBounds: Cases<ProportionBound>
  package let samplesNeeded: Cases<Claim>
  package let sequentialEvidence: Cases<Evidence>
  package let mannWhitney: Cases<Comparison>
  package let trend: Cases<Series>
  package let scalability: Cases<Curve>

  /// Values by one rule.
  package struct Cases<Case: Decodable & Sendable>: Decodable, Sendable {
    package let cases: [Case]
  }

  package struct Sample: Decodable, Sendable {
    package let samples: [Int64]
    package let count: Int
    package let mean: Double
    package let standardDeviation: Double?
    package let quantiles: [Quantile]
  }

  package struct Quantile: Decodable, Sendable {
    package let p: Double
    package let rank: Int
    package let value: Int64
    package let ci95: Interval?
  }

  package struct Interval: Decodable, Sendable {
    package let lowerRank: Int?
    package let upperRank: Int?
    package let lower: Int64?
    package let upper: Int64?
  }

  package struct ProportionBound: Decodable, Sendable {
    package let k: Int
    package let n: Int
    package let confidence: Double
    package let lower: Double
    package let upper: Double
  }

  package struct Claim: Decodable, Sendable {
    package let p: Double
    package let confidence: Double
    package let n: Int
  }

  /// `nil` where the oracle underflowed.
  package struct Evidence: Decodable, Sendable {
    package let k: Int
    package let n: Int
    package let limit: Double
    package let logEvidenceMet: Double?
    package let logEvidenceMissed: Double?
  }

  package struct Comparison: Decodable, Sendable {
    package let before: [Int64]
    package let after: [Int64]
    package let u: Double
    package let pValue: Double
    package let hodgesLehmannShift: Double
  }

  package struct Series: Decodable, Sendable {
    package let series: [Int64]
    package let kendallTau: Double
    package let pValue: Double
    package let theilSenSlope: Double
    package let theilSenInterval95: [Double]
    package let firstTenMean: Double
    package let lastTenMean: Double
    package let degradation: Double
  }

  package struct Curve: Decodable, Sendable {
    package let concurrency: [Int]
    package let throughput: [Double]
    package let residualSumOfSquares: Double
    package let peakConcurrency: Double?
  }

  /// The values in the fixtures of the tests, read once.
  package static func load() throws -> StatisticsVectors { try loaded.get() }

  private static let loaded = Result {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent()  // Support
      .deletingLastPathComponent()  // Tests
      .appending(path: "SLAMetricsTests/Fixtures/statistics.json")
    return try JSONDecoder().decode(StatisticsVectors.self, from: Data(contentsOf: file))
  }
}

/// Returns by how much a number is off, as a share of the expected one; infinite next to 0.
package func relativeError(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value - expected) / abs(expected)
}
