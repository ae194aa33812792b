// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

/// The product: whole messages, as users read them.
@Suite struct FailureMessageTests {
  private func message(_ report: LoadReport, _ requirements: Requirement...) -> FailureMessage {
    FailureMessage(
      Assessment(of: report, by: SLA(nil, requirements)),
      test: "healthAnswersInTime",
      isDebugBuild: true
    )
  }

  @Test func oneRequirementMissed() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(240), elapsed: .milliseconds(2_410))
    #expect(
      message(report, .p95 <= .milliseconds(200)).text == """
        p95 of "GET /health" was 228 ms; the limit is 200 ms (14.0 % over).

          240 operations in 2.41 s (16 users, 240 requests); 0 failed; 99.6 /s succeeded; at most 16 at once
          min 1.00 ms   mean 120 ms   p50 120 ms   p90 216 ms   p95 228 ms   p99 238 ms   max 240 ms
          Latency of 240 successful operations, from the start of each call; percentiles by nearest rank.
          interval of p95 at 95 % confidence: 221 ms to 235 ms
          Measured in a debug build.

        Next: see whether it stays so in a release build, and alone: \
        swift test -c release --no-parallel --filter healthAnswersInTime
        """
    )
  }

  @Test func manyRequirementsWithFailuresAndWarnings() {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(12),
      failures: ["status 503": 3, "timed out": 1],
      warnings: [.fewerRequestsThanUsers(requests: 16, users: 20)]
    )
    let text = message(
      report,
      .max <= .seconds(1),
      .p95 < .milliseconds(12),
      .throughput >= .perSecond(60),
      .errorRate <= 0.01
    ).text
    #expect(
      text == """
        p95 of "GET /health" was 12 ms; the limit is below 12 ms (exactly at the limit, which is excluded).
        throughput of "GET /health" was 12.0 /s; the limit is at least 60 /s (80.0 % under).
        error rate of "GET /health" was 25.0 % (4 of 16); the limit is 1 % (24.0 percentage points over).

          requirement  target    actual   verdict
          p95          < 12 ms   12 ms    missed, exactly at the limit, which is excluded
          throughput   >= 60 /s  12.0 /s  missed, 80.0 % under
          error rate   <= 1 %    25.0 %   missed, 24.0 percentage points over
          max          <= 1 s    12.0 ms  met, 83.3× margin

          16 operations in 1.00 s (16 users, 240 requests); 4 failed; 12.0 /s succeeded; at most 16 at once
          min 1.00 ms   mean 6.50 ms   p50 6.00 ms   p90 11.0 ms   p95 12.0 ms   p99 12.0 ms   max 12.0 ms
          Latency of 12 successful operations, from the start of each call; percentiles by nearest rank.
          failed: 3 × status 503, 1 × timed out
          interval of p95 at 95 % confidence: 10.0 ms or more
          interval of error rate at 95 % confidence: 7.27 % to 52.4 %
          Measured in a debug build.

          Warning: 16 requests cannot keep 20 users busy; ask for several times as many requests as users.
          Warning: p95 of 12 samples is just the longest; it takes at least 20.

        Next: mend the failures named above, then repeat: \
        swift test --no-parallel --filter healthAnswersInTime
        """
    )
  }

  @Test func nothingMeasured() {
    #expect(
      message(.fixture("db write", elapsed: .zero, load: nil), .p95 <= .milliseconds(50)).text
        == """
        p95 of "db write" is undecided: nothing was measured; the requirement is p95 <= 50 ms.

          0 operations in 0 ns; 0 failed

        Next: record something before judging; call time or record on the recorder.
        """
    )
  }

  @Test func nothingRequired() {
    #expect(
      message(.fixture("db write", elapsed: .zero, load: nil)).text == """
        Nothing is required of "db write": the list of requirements is empty.

          0 operations in 0 ns; 0 failed

        Next: require something, for example .p95 <= .milliseconds(300).
        """
    )
  }

  @Test func failuresThatNothingAllows() {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(239),
      failures: ["status 503": 1],
      elapsed: .seconds(2)
    )
    #expect(
      message(report, .p95 <= .milliseconds(300)).text == """
        error rate of "GET /health" was 0.417 % (1 of 240); the limit is 0 % (0.417 percentage points over).

          requirement  target     actual   verdict
          error rate   <= 0 %     0.417 %  missed, 0.417 percentage points over
          p95          <= 300 ms  228 ms   met, 24.0 % margin

          240 operations in 2.00 s (16 users, 240 requests); 1 failed; 120 /s succeeded; at most 16 at once
          min 1.00 ms   mean 120 ms   p50 120 ms   p90 216 ms   p95 228 ms   p99 237 ms   max 239 ms
          Latency of 239 successful operations, from the start of each call; percentiles by nearest rank.
          failed: 1 × status 503
          interval of error rate at 95 % confidence: 0.0105 % to 2.30 %

          Warning: no requirement says how many of these operations may fail, so none may; \
        add one such as .errorRate <= 0.01 to allow some.

        Next: mend the failures named above, then repeat: \
        swift test --no-parallel --filter healthAnswersInTime
        """
    )
  }

  @Test func metWithAReservation() {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(5),
      warnings: [.idleUsers(16, peak: 2)]
    )
    #expect(
      message(report, .p95 <= .seconds(1)).warningText == """
        The SLA of "GET /health" is met, with a reservation.

          Warning: at most 2 of 16 users ran at once; operations that block a thread or compute \
        share as many threads as there are cores; those that block want execution: .blocking.
          Warning: p95 of 5 samples is just the longest; it takes at least 20.
        """
    )
    #expect(
      message(.fixture(latencies: LoadReport.ramp(59)), .p95 <= .seconds(1)).warningText == nil
    )
  }

  @Test func namedSLAOfAMixOfOperations() {
    let report = LoadReport.mix(
      "pilot_tuned",
      [
        MixedOperation("recipes_search", 2_786, p95: 760, p99: 2_000),
        MixedOperation("harvest_auto", 950, throttled: 875, p95: 4_200, p99: 6_400),
      ]
    )
    let pilot = SLA(
      "pilot",
      (.errorRate < 0.02).excluding("harvest_auto"),
      (.failureRate(.throttled) < 0.10).on("harvest_auto"),
      (.p95 < .milliseconds(1_200)).on("recipes_search")
    )
    let assessment = Assessment(of: report, by: pilot)
    #expect(
      FailureMessage(assessment, test: "PilotTests", isDebugBuild: true).text == """
        throttled rate of "harvest_auto" was 92.1 % (875 of 950); the limit is below 10 % \
        (82.1 percentage points over).

          SLA "pilot"
          requirement                        target     actual  verdict
          throttled rate of harvest_auto     < 10 %     92.1 %  missed, 82.1 percentage points over
          error rate excluding harvest_auto  < 2 %      0 %     met, 2.00 percentage points margin
          p95 of recipes_search              < 1200 ms  760 ms  met, 36.7 % margin

          3,736 operations in 300 s (40 users); 875 failed; 9.54 /s succeeded; at most 40 at once
          min 760 ms   mean 913 ms   p50 760 ms   p90 760 ms   p95 2.00 s   p99 4.20 s   max 6.40 s
          Latency of 2,861 successful operations, from the start of each call; percentiles by nearest rank.
          failed: 875 × throttled (status 429)
          harvest_auto: 950 operations, 875 failed   p50 4.20 s   p95 4.20 s   p99 6.40 s   max 6.40 s
          interval of throttled rate of harvest_auto at 95 % confidence: 90.2 % to 93.7 %

          Warning: 2786 operations leave open whether p95 of recipes_search < 1200 ms holds, \
        at 95 % confidence; it is too near its limit for any number to decide.

        Next: mend the failures named above, then repeat: swift test --no-parallel --filter PilotTests
        """
    )
    #expect("\(assessment)" == VerdictTableTests.pilot)
  }

  @Test func undecidedAtAConfidenceSaysWhatWouldDecide() {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(40))
    let options = JudgingOptions(confidence: 0.95)
    let assessment = Assessment(of: report, by: [.p95 <= .milliseconds(40)], options)
    #expect(
      FailureMessage(assessment, test: "PilotTests", isDebugBuild: false).text == """
        p95 of "GET /health" was 38.0 ms, which is undecided: 0 of 40 took longer than 40 ms where 5.00 % may, \
        which leaves it open at 95 % confidence; about 59 operations would decide; \
        the requirement is p95 <= 40 ms.

          40 operations in 1.00 s (16 users, 240 requests); 0 failed; 40.0 /s succeeded; at most 16 at once
          min 1.00 ms   mean 20.5 ms   p50 20.0 ms   p90 36.0 ms   p95 38.0 ms   p99 40.0 ms   max 40.0 ms
          Latency of 40 successful operations, from the start of each call; percentiles by nearest rank.
          interval of p95 at 95 % confidence: 35.0 ms or more

        Next: measure more, about 59 operations, or let the load run until it is decided: \
        .run(untilDecided: sla, confidence: 0.95, atMost: 10_000).
        """
    )
  }

  @Test func operationThatIsNotThere() {
    let report = LoadReport.fixture("search", latencies: LoadReport.ramp(100))
    #expect(
      message(report, (.p95 <= .seconds(1)).on("serch")).text == """
        p95 of "search" is undecided: there is no operation "serch"; there are "search"; \
        the requirement is p95 of serch <= 1 s.

          100 operations in 1.00 s (16 users, 240 requests); 0 failed; 100 /s succeeded; at most 16 at once
          min 1.00 ms   mean 50.5 ms   p50 50.0 ms   p90 90.0 ms   p95 95.0 ms   p99 99.0 ms   max 100 ms
          Latency of 100 successful operations, from the start of each call; percentiles by nearest rank.
          Measured in a debug build.

        Next: name one of those there are.
        """
    )
  }

  @Test func everyOperationNamesThoseThatMiss() {
    let report = LoadReport.mix(
      "pilot",
      [
        MixedOperation("search", 200, p95: 100, p99: 200),
        MixedOperation("summary", 100, p95: 2_000, p99: 2_100),
        MixedOperation("pay", 100, p95: 300, p99: 900),
      ]
    )
    let text = message(report, (.p95 <= .milliseconds(250)).onEvery()).text
    #expect(
      text.hasPrefix(
        """
        p95 of "summary" was 2.00 s; the limit is 250 ms (8.00 × the limit). \
        Not met by 2 of 3 operations: summary 2.00 s, pay 300 ms.

        """
      ),
      "\(text)"
    )
  }

  @Test func probeThatDidNotDrain() {
    let report = LoadReport.fixture("POST /jobs", latencies: LoadReport.ramp(100)).probed(
      "pending",
      [0: 4, 1_100: 3, 7_000: 2],
      loadEnd: 1_000
    )
    let text = message(
      report,
      .drained("pending", within: .seconds(5)),
      .peak("pending") <= 3,
      .p50 <= .seconds(1)
    ).text
    #expect(
      text.hasPrefix(
        """
        drain pending to 0 in "POST /jobs" did not come about in time; the requirement is \
        drain pending to 0 <= 5 s.
        peak pending in "POST /jobs" was 4.00; the limit is 3 (33.3 % over).

          requirement         target  actual   verdict
          drain pending to 0  <= 5 s  -        missed
          peak pending        <= 3    4.00     missed, 33.3 % over
          p50                 <= 1 s  50.0 ms  met, 20.0× margin
        """
      ),
      "\(text)"
    )
  }
}
