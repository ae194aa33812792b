// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct MissingOperationsTests {
  /// So many operations of 1 ms in a second, and so many that never ended.
  private func report(_ count: Int, unfinished: Int) -> LoadReport {
    var report = LoadReport.fixture(latencies: Array(repeating: .milliseconds(1), count: count))
    report.count([CounterReport("rows", count: 100)])
    return report.cut(unfinished)
  }

  @Test(arguments: [
    Metric.p95 <= .milliseconds(5), .percentile(1) <= .milliseconds(5), .max <= .milliseconds(5),
    .mean <= .milliseconds(5), .standardDeviation <= .milliseconds(5),
    .degradation(first: 10, last: 10) <= 0.5, .errorRate <= 0.1, .errorRate <= 0,
    .successRate >= 0.9, .successRate >= 1, .failureRate(.throttled) <= 0.1,
    .failures(.timeout) <= 0, .failures(.timeout) <= 14, .shareWithin(.milliseconds(5)) >= 0.9,
    .count <= 99, .throughput <= .perSecond(99), .count(of: "rows") <= 100,
    .throughput(of: "rows") <= .perSecond(100),
  ])
  func limitThatTheyCouldBreakIsUndecided(requirement: Requirement) {
    let kept = requirement.verdict(on: timed(85, unfinished: 0))
    #expect(kept.status == .met, "\(requirement)")
    let verdict = requirement.verdict(on: timed(85, unfinished: 15))
    #expect(verdict.indecision == .unfinished(15), "\(requirement)")
    #expect(verdict.observed != nil && verdict.count > 0)
  }

  @Test(arguments: [
    Metric.p50 <= .milliseconds(5), .p95 >= .milliseconds(1), .percentile(0) <= .milliseconds(5),
    .min <= .milliseconds(5), .mean >= .milliseconds(1), .max >= .milliseconds(1),
    .errorRate <= 0.15, .successRate >= 0.85, .failures(.timeout) <= 15,
    .failures(.timeout) >= 0, .shareWithin(.milliseconds(5)) >= 0.85, .count >= 85, .count <= 100,
    .throughput >= .perSecond(85), .throughput <= .perSecond(100), .count(of: "rows") >= 100,
    .throughput(of: "rows") >= .perSecond(100),
  ])
  func limitThatTheyCouldNotBreakIsMet(requirement: Requirement) {
    let verdict = requirement.verdict(on: timed(85, unfinished: 15))
    #expect(verdict.status == .met || verdict.indecision == .promisesNothing, "\(requirement)")
  }

  /// Operations of 1 ms, one after another, told apart from a second of elapsed time.
  private func timed(_ count: Int, unfinished: Int) -> LoadReport {
    let recorder = WorkerRecorder(origin: 0)
    for number in 0..<Int64(count) {
      recorder.record(from: number * 1_000_000, to: (number + 1) * 1_000_000, failure: nil)
    }
    var report = LoadReport(
      "work",
      load: "16 users",
      elapsed: .seconds(1),
      operations: [RecordedOperation("work", recorder.recording)]
    )
    report.count([CounterReport("rows", count: 100)])
    return report.cut(unfinished)
  }

  /// An operation may hang in what a limit is on, or succeed where failures are asked for.
  @Test func bothEndsCount() {
    let half = LoadReport.fixture(
      latencies: LoadReport.ramp(50),
      failures: ["status 503": 50]
    )
    for requirement in [Metric.errorRate >= 0.5, .successRate <= 0.5] {
      #expect(requirement.verdict(on: half).status == .met)
      #expect(requirement.verdict(on: half.cut(1)).indecision == .unfinished(1), "\(requirement)")
    }
    let few = Metric.shareWithin(.milliseconds(1)) <= 0.1
    #expect(few.verdict(on: half.cut(50)).status == .met)
  }

  @Test func segmentMayBeWhereTheyHang() {
    let report = LoadReport.segmented([
      ("store", Array(repeating: .milliseconds(1), count: 100))
    ]).cut(10)
    let limited = Metric.p95(of: "store") <= .seconds(9)
    #expect(limited.verdict(on: report).indecision == .unfinished(10))
    #expect((Metric.percentile(0.5, of: "store") <= .seconds(9)).verdict(on: report).status == .met)
    #expect((Metric.p95(of: "store") >= .nanoseconds(1)).verdict(on: report).status != .undecided)
  }

  @Test func tenOfAHundredAreNoNinetiethPercentile() {
    #expect(
      (Metric.percentile(0.9) <= .milliseconds(5)).verdict(on: report(90, unfinished: 10)).status
        == .met
    )
    #expect(
      (Metric.percentile(0.9) <= .milliseconds(5)).verdict(on: report(89, unfinished: 11))
        .indecision == .unfinished(11)
    )
  }

  /// 2 of 63 leave it open at 95 %, where none of 61 is enough.
  @Test func confidenceCountsThem() {
    let requirement = Metric.p95 <= .milliseconds(5)
    let cut = report(61, unfinished: 2)
    #expect(requirement.verdict(on: report(61, unfinished: 0), confidence: 0.95).status == .met)
    #expect(requirement.verdict(on: cut, confidence: 0.95).indecision == .unfinished(2))
    // Without one the sample is met with a warning, as 2 of 63 would be.
    let warned = requirement.verdict(on: cut)
    #expect(warned.status == .met)
    #expect(
      warned.warnings
        == [
          .notCertain(
            "\(requirement)",
            count: 63,
            confidence: 0.95,
            needed: ShareClaim(exceeding: 2, of: 63, limit: 0.05).samplesToDecide(confidence: 0.95)
          )
        ]
    )
    // Enough for both: 2 of 200.
    #expect(
      requirement.verdict(on: report(198, unfinished: 2), confidence: 0.95).status == .met
    )
    // The least is not touched.
    let least = Metric.percentile(0.05) >= .milliseconds(1)
    #expect(least.verdict(on: cut, confidence: 0.95).status == .met)
  }

  @Test func thoseOfAnotherPhaseDoNotCount() {
    let report = report(100, unfinished: 50).phased([
      self.report(50, unfinished: 50).named("burst"), self.report(50, unfinished: 0).named("after"),
    ])
    let requirement = Metric.p95 <= .milliseconds(5)
    #expect(requirement.on(phase: "burst").verdict(on: report).indecision == .unfinished(50))
    #expect(requirement.on(phase: "after").verdict(on: report).status == .met)
  }

  @Test func riseFromPhaseToPhaseMayBeLarger() {
    func report(_ before: Int, _ after: Int) -> LoadReport {
      self.report(200, unfinished: before + after).phased([
        self.report(100, unfinished: before).named("steady"),
        self.report(100, unfinished: after).named("recovery"),
      ])
    }
    let recovered = Requirement.recovered("recovery", within: .percent(20), of: "steady", by: .p95)
    #expect(recovered.verdict(on: report(0, 5)).status == .met)
    #expect(recovered.verdict(on: report(0, 6)).indecision == .unfinished(6))
    // A start that was slower makes the rise less.
    #expect(recovered.verdict(on: report(60, 0)).status == .met)
  }
}

extension LoadReport {
  /// The same, of a load that was cut with so many operations in flight.
  fileprivate func cut(_ unfinished: Int) -> LoadReport {
    var report = self
    var generator = GeneratorReport()
    generator.unfinishedCount = unfinished
    report.generator = generator
    return report
  }

  /// The same as a phase of such a name.
  fileprivate func named(_ phase: String) -> LoadReport {
    let count = total.count
    return LoadReport.fixture(
      phase,
      latencies: Array(repeating: .milliseconds(1), count: count)
    ).cut(generator?.unfinishedCount ?? 0)
  }
}
