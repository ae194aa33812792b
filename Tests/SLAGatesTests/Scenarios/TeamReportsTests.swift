// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

/// Gates of teams that judged by hand, rebuilt from the figures that they printed.
@Suite struct TeamReportsTests {
  /// The gates of a pilot, with the targets of its table.
  private let pilot: SLA = SLA(
    "pilot",
    (.errorRate < 0.02).excluding("harvest_auto"),
    (.errorRate < 0.01).on("recipes_search"),
    (.errorRate < 0.01).on("studio_generate"),
    (.failureRate(.throttled) < 0.10).on("harvest_auto"),
    (.p95 < .milliseconds(1_200)).on("recipes_search"),
    (.p95 < .milliseconds(1_000)).on("studio_generate")
  )

  /// The second run: 40 users, 5 minutes, harvest throttled.
  private let tuned = LoadReport.mix(
    "pilot_tuned",
    [
      MixedOperation("recipes_search", 2_786, p95: 760, p99: 2_000),
      MixedOperation("harvest_auto", 950, throttled: 875, p95: 4_200, p99: 6_400),
      MixedOperation("studio_create_session", 1_897, p95: 680, p99: 2_000),
      MixedOperation("studio_create_constraint", 1_897, p95: 100, p99: 790),
      MixedOperation("studio_generate", 1_897, p95: 78, p99: 820),
      MixedOperation("studio_summary", 942, p95: 810, p99: 2_500),
      MixedOperation("studio_versions", 1_897, p95: 19, p99: 350),
      MixedOperation("recommendations_make_now", 935, p95: 960, p99: 2_200),
      MixedOperation("auth/dev-token", 40, p95: 830, p99: 830),
    ]
  )

  /// The third run: queue, cache and tuned limits.
  private let queued = LoadReport.mix(
    "pilot_tuned_cache_queue180",
    [
      MixedOperation("recipes_search", 2_343, p95: 940, p99: 1_700),
      MixedOperation("harvest_auto", 799, p95: 1_300, p99: 2_000),
      MixedOperation("studio_create_session", 1_593, p95: 1_400, p99: 2_200),
      MixedOperation("studio_create_constraint", 1_591, p95: 930, p99: 1_600),
      MixedOperation("studio_generate", 1_590, p95: 730, p99: 1_700),
      MixedOperation("studio_summary", 805, p95: 2_100, p99: 2_600),
      MixedOperation("studio_versions", 1_590, p95: 330, p99: 780),
      MixedOperation("recommendations_make_now", 793, p95: 1_100, p99: 1_900),
      MixedOperation("auth/dev-token", 40, p95: 750, p99: 750),
    ]
  )

  @Test func throttledPilotFailsItsOneGate() throws {
    let assessment = pilot.verdict(on: tuned)
    #expect(
      assessment.verdicts.map(\.status) == [.met, .met, .met, .missed, .met, .met]
    )
    #expect(assessment.status == .missed && assessment.verdicts.count == 6)
    // 12,291 other requests, none of which failed; 875 of 950 is 92.11 %.
    #expect(assessment.verdicts[0].count == 12_291 && assessment.verdicts[0].observed?.share == 0)
    #expect(assessment.verdicts[3].observed?.share == 875 / 950.0)
    #expect(assessment.verdicts[4].observed?.duration == .milliseconds(760))
    #expect(assessment.verdicts[5].observed?.duration == .milliseconds(78))
    // 13,241 requests and 875 failures in all, 6.61 %.
    #expect(tuned.count == 13_241 && tuned.total.failureCount == 875)
  }

  @Test func queuedPilotPasses() {
    let assessment = pilot.verdict(on: queued)
    #expect(assessment.isMet && assessment.verdicts.allSatisfy { $0.status == .met })
    #expect(assessment.verdicts[4].observed?.duration == .milliseconds(940))
    #expect(assessment.verdicts[5].observed?.duration == .milliseconds(730))
  }

  @Test func lockedGatesPassOnTheRunTheyWereLockedFrom() {
    let locked: SLA = [
      (.errorRate <= 0.005).excluding("harvest_auto"),
      (.failureRate(.throttled) <= 0.05).on("harvest_auto"),
      (.errorRate <= 0.003).on("recipes_search"), (.errorRate <= 0.003).on("studio_generate"),
      (.p95 <= .milliseconds(1_121)).on("recipes_search"),
      (.p95 <= .milliseconds(879)).on("studio_generate"), .p95 <= .milliseconds(1_325),
    ]
    // The aggregate P95 depends on durations that the table does not print: all but that.
    let verdicts = locked.verdict(on: queued).verdicts
    #expect(verdicts.dropLast().allSatisfy { $0.status == .met })
  }

  @Test func apiTargetsAreMet() throws {
    // Sequential: 50 requests, P95 211 ms, P99 222 ms, against 2 s.
    let sequential = LoadReport.mix("health", [MixedOperation("health", 50, p95: 211, p99: 222)])
    #expect((.p95 < .seconds(2)).verdict(on: sequential).status == .met)
    #expect((.p99 < .seconds(2)).verdict(on: sequential).status == .met)
    // Sustained: the mean of the first ten 56.7 ms, of the last 64.2 ms, threshold 50 %: 13.2 %.
    let steady = Array(repeating: Duration.milliseconds(60), count: 80)
    let first = Array(repeating: Duration.microseconds(56_700), count: 10)
    let last = Array(repeating: Duration.microseconds(64_200), count: 10)
    let sustained = LoadReport.timed(latencies: first + steady + last)
    let verdict = (.degradation(first: 10, last: 10) <= .percent(50)).verdict(on: sustained)
    #expect(verdict.status == .met)
    let rise = try #require(verdict.observed?.share)
    #expect(abs(rise - 0.1323) < 0.0001)
    // 100 at once, all of which succeeded: at least 95 %.
    let burst = LoadReport.mix("burst", [MixedOperation("burst", 100, p95: 2_543, p99: 2_600)])
    #expect((.successRate >= 0.95).verdict(on: burst).status == .met)
  }

  @Test func batchThresholdsHaveTheirMargins() throws {
    // 1.03 s against 5 minutes: 291 times; 9.03 s against 6 hours: 2,392 times.
    let zero = LoadReport.fixture("zero", latencies: [.milliseconds(1_030)])
    let first = (.max <= .seconds(300)).verdict(on: zero)
    let margin = try #require(first.margin)
    #expect(first.status == .met && Int(margin.rounded()) == 291)
    let realistic = LoadReport.fixture("realistic", latencies: [.milliseconds(9_030)])
    let second = (.max <= .seconds(21_600)).verdict(on: realistic)
    let wider = try #require(second.margin)
    #expect(second.status == .met && Int(wider.rounded()) == 2_392)
  }
}
