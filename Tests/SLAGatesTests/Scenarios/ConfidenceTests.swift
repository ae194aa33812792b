// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

/// How often verdicts err, and how soon they come, over simulated runs.
@Suite struct ConfidenceTests {
  private static let seed: UInt64 = 20_261_125
  private static let runs = 2_000

  /// Services that miss "P95 within the limit": more than 5 % of their operations take longer.
  @Test(arguments: [(0.051, 59), (0.06, 100), (0.06, 240), (0.075, 1_000), (0.1, 240)])
  func missIsRarelyCalledMetByOneLook(share: Double, size: Int) {
    var generator = SplitMix64(seed: Self.seed)
    let wrong = (0..<Self.runs).count { _ in
      let exceeding = (0..<size).count { _ in generator.unit() < share }
      let claim = ShareClaim(exceeding: exceeding, of: size, limit: 0.05)
      return claim.decision(confidence: 0.95) == .met
    }
    // 5 % and three standard errors, √(0.05 · 0.95 / 2,000).
    #expect(Double(wrong) <= 2_000 * (0.05 + 3 * 0.00487), "\(wrong) wrong, seed \(Self.seed)")
  }

  /// The same, looked at as often as a load is, until it is decided.
  @Test(arguments: [0.051, 0.06, 0.075, 0.1])
  func missIsRarelyCalledMetByManyLooks(share: Double) {
    var generator = SplitMix64(seed: Self.seed)
    let wrong = (0..<Self.runs).count { _ in
      run(exceeding: share, atMost: 2_000, &generator).decision == .met
    }
    #expect(Double(wrong) <= 2_000 * 0.05, "\(wrong) wrong, seed \(Self.seed)")
  }

  /// Services that keep it are rarely called missed.
  @Test(arguments: [0.049, 0.04, 0.02])
  func keptIsRarelyCalledMissedByManyLooks(share: Double) {
    var generator = SplitMix64(seed: Self.seed)
    let wrong = (0..<Self.runs).count { _ in
      run(exceeding: share, atMost: 2_000, &generator).decision == .missed
    }
    #expect(Double(wrong) <= 2_000 * 0.05, "\(wrong) wrong, seed \(Self.seed)")
  }

  /// A service whose P95 is half the limit: of log-normal latencies with σ = 0.5, one in 818 exceeds the limit, for
  /// it lies ln 2 / 0.5 + 1.645 = 3.03 standard deviations above the median.
  @Test func clearServiceIsDecidedByAbout90Operations() {
    var generator = SplitMix64(seed: Self.seed)
    let sizes = (0..<Self.runs).map { _ in
      run(exceeding: 1 / 818.0, atMost: 10_000, &generator).size
    }.sorted()
    let median = sizes[Self.runs / 2]
    #expect((80...120).contains(median), "median \(median), seed \(Self.seed)")
  }

  /// A run that cannot be decided any more within its limit ends before it.
  @Test func hopelessRunEndsEarly() {
    // Neither 1 of 14 nor 3 of 14 shows anything at such a confidence; 3 of 3,000 do.
    let rule = DecisionRule([.p95 <= .milliseconds(5)], confidence: 0.999_999, limit: 14)
    let latencies = Array(repeating: Duration.milliseconds(1), count: 11) + [.milliseconds(9)]
    let report = LoadReport.fixture(latencies: latencies)
    #expect(rule.isOver(report))
    let patient = DecisionRule([.p95 <= .milliseconds(5)], confidence: 0.999_999, limit: 3_000)
    #expect(!patient.isOver(report))
  }

  @Test func factsOfARunAreNotWaitedFor() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(5).map { $0 / 1_000 })
    let sla: SLA = [.p95 <= .milliseconds(5), .throughput >= .perSecond(1), .errorRate <= 0]
    #expect(!DecisionRule(sla, confidence: 0.95, limit: 1_000).isOver(report))
    let many = LoadReport.fixture(latencies: Array(repeating: .milliseconds(1), count: 90))
    #expect(DecisionRule(sla, confidence: 0.95, limit: 1_000).isOver(many))
    // Nothing that samples could decide: as many as allowed.
    let facts: SLA = [.max <= .seconds(1)]
    #expect(!DecisionRule(facts, confidence: 0.95, limit: 1_000).isOver(many))
    #expect(DecisionRule(facts, confidence: 0.95, limit: 90).isOver(many))
  }

  @Test func operationThatDidNotComeYetIsWaitedFor() {
    let many = LoadReport.fixture(latencies: Array(repeating: .milliseconds(1), count: 500))
    let sla: SLA = [(.p95 <= .milliseconds(5)).on("pay")]
    #expect(!DecisionRule(sla, confidence: 0.95, limit: 1_000).isOver(many))
  }

  private func run(
    exceeding share: Double,
    atMost limit: Int,
    _ generator: inout SplitMix64
  ) -> (decision: SequentialEvidence.Decision, size: Int) {
    let rule = DecisionRule([], confidence: 0.95, limit: limit)
    var (exceeding, size, look) = (0, 0, 10)
    while size < limit {
      size += 1
      if generator.unit() < share { exceeding += 1 }
      guard size >= look else { continue }
      look = Judge.look(after: size)
      let claim = ShareClaim(exceeding: exceeding, of: size, limit: 0.05)
      guard !rule.isSettled(claim, remaining: limit - size) else { break }
    }
    let claim = ShareClaim(exceeding: exceeding, of: size, limit: 0.05)
    return (claim.evidence.decision(confidence: 0.95), size)
  }
}

extension SplitMix64 {
  /// A number in `0..<1`.
  fileprivate mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
