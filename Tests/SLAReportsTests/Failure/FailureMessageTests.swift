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
      Assessment(of: report, by: requirements),
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

          p95 < 12 ms          missed (12 ms)
          throughput >= 60 /s  missed (12.0 /s)
          error rate <= 1 %    missed (25.0 %)
          max <= 1 s           met (12.0 ms)

          16 operations in 1.00 s (16 users, 240 requests); 4 failed; 12.0 /s succeeded; at most 16 at once
          min 1.00 ms   mean 6.50 ms   p50 6.00 ms   p90 11.0 ms   p95 12.0 ms   p99 12.0 ms   max 12.0 ms
          Latency of 12 successful operations, from the start of each call; percentiles by nearest rank.
          failed: 3 × status 503, 1 × timed out

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

          error rate <= 0 %  missed (0.417 %)
          p95 <= 300 ms      met (228 ms)

          240 operations in 2.00 s (16 users, 240 requests); 1 failed; 120 /s succeeded; at most 16 at once
          min 1.00 ms   mean 120 ms   p50 120 ms   p90 216 ms   p95 228 ms   p99 237 ms   max 239 ms
          Latency of 239 successful operations, from the start of each call; percentiles by nearest rank.
          failed: 1 × status 503

          Warning: no requirement says how many operations may fail, so none may; \
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
      message(.fixture(latencies: LoadReport.ramp(20)), .p95 <= .seconds(1)).warningText == nil
    )
  }
}
