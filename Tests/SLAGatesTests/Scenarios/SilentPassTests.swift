// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

/// What must not pass, though the figures at hand keep the limit.
@Suite struct SilentPassTests {
  /// So many durations of 1 ms, and so many of 9 ms.
  private func report(_ count: Int, above: Int = 0, failures: Int = 0) -> LoadReport {
    .fixture(
      latencies: Array(repeating: .milliseconds(1), count: count - above)
        + Array(repeating: .milliseconds(9), count: above),
      failures: failures > 0 ? ["status 503": failures] : [:]
    )
  }

  @Test func probesOfALoadOfNothingMeetNothing() {
    let report = LoadReport.fixture().probed("pending", [0: 0, 1_100: 0], loadEnd: 1_000)
    #expect((Metric.peak("pending") <= 1).verdict(on: report).indecision == .nothingMeasured)
    let drained = Requirement.drained("pending", within: .seconds(5)).verdict(on: report)
    #expect(drained.indecision == .nothingMeasured)
  }

  /// A load that a judge ended was looked at many times: bounds for one look do not hold.
  @Test func stoppedLoadGoesByEvidenceThatHoldsAtEveryLook() {
    var report = report(60)
    var generator = GeneratorReport()
    generator.isStoppedEarly = true
    report.generator = generator
    let requirement = Metric.p95 <= .milliseconds(5)
    #expect(requirement.verdict(on: report, confidence: 0.95).status == .undecided)
    // Met without a confidence, and with a warning: one look would not have been warned of.
    #expect(
      requirement.verdict(on: report).warnings
        == [.notCertain("\(requirement)", count: 60, confidence: 0.95, needed: 88)]
    )
    report.generator = nil
    #expect(requirement.verdict(on: report).warnings.isEmpty)
  }

  @Test func operationsAreJudgedWithWhatIsKnownOfTheirRun() throws {
    var report = report(60).adding([.busyProcess(cores: 2, of: 2, inFlight: 50)])
    report.sampling = SequentialSampling(confidence: 0.95, limit: 1_000)
    let operation = try #require(report.operation("GET /health"))
    let requirement = Metric.p95 <= .milliseconds(5)
    let valid = requirement.verdict(on: operation, requireValidLoad: true)
    #expect(
      valid.indecision
        == .notCertain(
          ShareClaim(exceeding: 0, of: 60, limit: 1 - 0.95),
          confidence: 0.95,
          needed: 88
        )
    )
    #expect(operation.loadReport.warnings == report.warnings)
  }

  /// Kinds beyond the first 32 may be of any way.
  @Test func failuresThatAreNotToldApartCountAgainstALimit() {
    let recorder = WorkerRecorder()
    recorder.record(.milliseconds(1), count: 100)
    for number in 0..<40 {
      recorder.record(FailureKind("reason \(number)"), after: .milliseconds(1))
    }
    for _ in 0..<200 { recorder.record(FailureKind(.throttled), after: .milliseconds(1)) }
    let operation = RecordedOperation("work", recorder.recording)
    let report = LoadReport("work", load: nil, elapsed: .seconds(1), operations: [operation])
    #expect((Metric.failureRate(.throttled) <= 0.1).verdict(on: report).status == .missed)
    #expect((Metric.failures(.throttled) <= 0).verdict(on: report).status == .missed)
  }

  @Test func operationsThatNeverEndedCountAgainstALimit() {
    var report = report(85)
    var generator = GeneratorReport()
    generator.unfinishedCount = 15
    report.generator = generator
    for requirement in [
      Metric.p95 <= .milliseconds(5), .errorRate <= 0.01, .max <= .seconds(1), .errorRate <= 0,
    ] {
      #expect(requirement.verdict(on: report).indecision == .unfinished(15), "\(requirement)")
    }
    #expect((Metric.p50 <= .milliseconds(5)).verdict(on: report).status == .met)
  }

  @Test func everyPartIsWarnedOf() {
    let rare = LoadReport.mix(
      "pilot",
      [MixedOperation("often", 200, p95: 1, p99: 2), MixedOperation("rare", 3, p95: 1, p99: 1)]
    )
    let verdict = (Metric.p95 <= .milliseconds(500)).onEvery().verdict(on: rare)
    #expect(verdict.warnings.contains(.tooFewSamples(metric: "p95", count: 3, needed: 20)))
    let between = Requirement.between(.errorRate, 0, 0.001).verdict(on: report(150))
    #expect(between.warnings.count == 1)
  }

  @Test func deadbandBeyondTheRangePromisesNothing() {
    let requirement = (Metric.errorRate <= 0.6).deadband(0.9)
    #expect(requirement.verdict(on: report(20, failures: 20)).indecision == .promisesNothing)
  }

  @Test func comparedPhasesOfFewSamplesAreWarnedOf() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(2)).phased([
      .fixture("steady", latencies: [.milliseconds(100)]),
      .fixture("recovery", latencies: [.milliseconds(100)]),
    ])
    let recovered = Requirement.recovered("recovery", within: .percent(20), of: "steady", by: .p95)
    #expect(
      recovered.verdict(on: report).warnings
        == [.tooFewSamples(metric: "p95", count: 1, needed: 20)]
    )
  }

  @Test func endsThatAreTooManyAreNoTrap() throws {
    let text = "degradation first 9223372036854775807 last 10 <= 5 %"
    let verdict = try Requirement(parsing: text).verdict(on: report(5))
    #expect(verdict.indecision == .tooFewSamples(5, needed: .max))
  }

  @Test func confidenceOfAnErrorTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = JudgingOptions(confidence: 0.05)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("the confidence of a verdict must be in 0.5..<1, as 0.95 (was 0.05)"))
  }
}
