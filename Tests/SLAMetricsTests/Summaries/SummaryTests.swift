// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SummaryTests {
  /// What a recorder says of samples, which may be more than it keeps exactly.
  private func recorded(_ samples: [Int64]) -> Summary? {
    let recorder = WorkerRecorder()
    for sample in samples { recorder.record(nanoseconds: sample) }
    return recorder.recording.latency
  }

  @Test func summaryOfNothingIsNil() {
    #expect(recorded([]) == nil && recorded([-1]) == nil)
    #expect(Summary([Duration]()) == nil && Summary(nanoseconds: [-1]) == nil)
  }

  @Test func figuresOfTheFirstTwentyMilliseconds() throws {
    let samples = (1...20).shuffled().map { Int64($0) * 1_000_000 }
    let summary = try #require(recorded(samples))
    #expect(summary.count == 20 && summary.isExact)
    #expect(summary.min == .milliseconds(1) && summary.max == .milliseconds(20))
    #expect(summary.mean == .microseconds(10_500))  // (1 + 20) / 2
    // √(Σ(x − 10.5)² / 19) = √(665 / 19) = √35 ms.
    #expect(summary.standardDeviation == .nanoseconds(5_916_080))
    // Nearest rank: ⌈0.5·20⌉ = 10, ⌈0.9·20⌉ = 18, ⌈0.95·20⌉ = 19, ⌈0.99·20⌉ = 20.
    #expect(summary.p50 == .milliseconds(10) && summary.p90 == .milliseconds(18))
    #expect(summary.p95 == .milliseconds(19) && summary.p99 == .milliseconds(20))
    #expect(summary.percentile(0) == .milliseconds(1) && summary.percentile(1) == .milliseconds(20))
    #expect(Summary(samples.map { .nanoseconds($0) }) == summary)
  }

  @Test func oneSampleHasNoDeviation() throws {
    let summary = try #require(recorded([7]))
    #expect(summary.standardDeviation == nil && summary.p99 == .nanoseconds(7))
  }

  @Test func equalSamplesDeviateByNothing() throws {
    let summary = try #require(recorded([Int64](repeating: 1_000, count: 9_000)))
    #expect(summary.standardDeviation == .zero && summary.p50 == summary.max)
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func figuresBeyondTheExactOnesAreAtMostAThousandthOff(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    // Log-uniform over the whole range, from nanoseconds to centuries.
    let values = (0..<20_000).map { _ in
      Int64.random(in: 0...(.max >> Int64.random(in: 0...62, using: &generator)), using: &generator)
    }
    let sorted = values.sorted()
    let summary = try #require(recorded(values))
    let exact = try #require(Summary(nanoseconds: values))
    #expect(!summary.isExact && exact.isExact && exact.count == 20_000)
    for quantile in stride(from: 0.0, through: 1, by: 0.001) {
      let sample = sorted[Percentile.rank(of: quantile, in: values.count) - 1]
      let bounds = summary.bounds(ofPercentile: quantile)
      let (low, high) = (bounds.lowerBound.wholeNanoseconds, bounds.upperBound.wholeNanoseconds)
      #expect(low <= sample && sample <= high, "quantile \(quantile), seed \(seed)")
      #expect(high - low <= low / 1_000, "quantile \(quantile), seed \(seed)")
      #expect(summary.percentile(quantile) == bounds.upperBound)
      #expect(exact.percentile(quantile) == .nanoseconds(sample))
    }
    #expect(summary.max == exact.max && summary.min == exact.min && summary.mean == exact.mean)
    let deviation = try #require(exact.standardDeviation).inSeconds
    #expect(abs(try #require(summary.standardDeviation).inSeconds - deviation) <= deviation / 1_000)
  }

  /// Mean, deviation, percentiles and their intervals as scipy computed them.
  @Test func figuresAgreeWithTheVectors() throws {
    let cases = try StatisticsVectors.load().quantiles.cases
    #expect(!cases.isEmpty)
    for vector in cases {
      let summary = try #require(Summary(nanoseconds: vector.samples))
      #expect(summary.count == vector.count)
      #expect(abs(Double(summary.mean.wholeNanoseconds) - vector.mean) <= 0.5)
      if let deviation = vector.standardDeviation {
        let own = try #require(summary.standardDeviation)
        #expect(abs(Double(own.wholeNanoseconds) - deviation) <= 0.5 + 1e-9 * deviation)
      }
      for quantile in vector.quantiles {
        #expect(summary.percentile(quantile.p) == .nanoseconds(quantile.value))
        guard let expected = quantile.ci95 else { continue }
        let interval = summary.interval(ofPercentile: quantile.p)
        #expect(
          interval.lower == expected.lower.map { .nanoseconds($0) },
          "\(vector.count) \(quantile.p)"
        )
        #expect(
          interval.upper == expected.upper.map { .nanoseconds($0) },
          "\(vector.count) \(quantile.p)"
        )
      }
    }
  }

  @Test func descriptionIsALine() throws {
    let summary = try #require(Summary((1...20).map { .milliseconds($0) }))
    #expect(
      "\(summary)"
        == "20 durations, min 1 ms, mean 10500 µs, p50 10 ms, p95 19 ms, p99 20 ms, max 20 ms"
    )
  }
}
