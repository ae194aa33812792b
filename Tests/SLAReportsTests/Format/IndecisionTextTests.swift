// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@testable import SLAReports

@Suite struct IndecisionTextTests {
  @Test(arguments: [
    (Indecision.nothingMeasured, "nothing was measured"),
    (.nothingSucceeded(failed: 1_200), "none of 1,200 operations succeeded"),
    (.nothingMeasurable(1), "none of 1 operation has a duration"),
    (.noTimeElapsed, "no time elapsed"),
    (.timesUnknown, "durations were recorded without their times"),
    (.orderUnknown, "the order in which the operations ended is not known"),
    (.promisesNothing, "the limit promises nothing"),
    (.tooFewSamples(7, needed: 20), "7 operations, where it takes at least 20"),
    (
      .notCertain(ShareClaim(exceeding: 3, of: 120, limit: 0.05), confidence: 0.99, needed: 480),
      """
      3 of 120 took longer than 300 ms where 5.00 % may, which leaves it open at 99 % confidence; about 480 operations would decide
      """
    ),
    (
      .notCertain(ShareClaim(exceeding: 5, of: 100, limit: 0.05), confidence: 0.95, needed: nil),
      """
      5 of 100 took longer than 300 ms where 5.00 % may, which leaves it open at 95 % confidence; \
      it is too near its limit for any number to decide
      """
    ),
    (
      .noSuchOperation("serch", known: ["search", "pay"]),
      "there is no operation \"serch\"; there are \"search\", \"pay\""
    ),
    (.noSuchPhase("burst", known: []), "there is no phase \"burst\"; there are none"),
    (.noSuchProbe("a", known: ["b"]), "there is no probe \"a\"; there are \"b\""),
    (.noSuchCounter("rows", known: ["row"]), "there is no counter \"rows\"; there are \"row\""),
    (
      .notAllMade(700, of: 1_818),
      "only 700 of 1,818 operations were made, and all may take longer"
    ),
    (.noReadings("pending"), "probe \"pending\" has no readings that could tell"),
    (
      .notWatched("pending", for: .milliseconds(120)),
      "probe \"pending\" was read for 120 ms after the load only"
    ),
    (.noCommand, "it is no command, of which it would be known what it used"),
    (
      .memoryNotSeen(bound: .megabytes(120), runs: 1, of: 40),
      "the memory was seen in 1 of 40 runs, and was at most 120 MB"
    ),
    (.invalidLoad, "the load was not valid, and has to be"),
    (
      .noTimeline,
      """
      it is not known how it went over time, as of a recorder, of the 33rd operation on, and without some failures
      """
    ),
    (.unfinished(13), "13 operations never ended, with which it might not hold"),
    (
      .windowsTooFine(interval: .seconds(10)),
      "the run is kept in intervals of 10 s, and windows must be multiples of them"
    ),
  ])
  func reasonsAreSaid(indecision: Indecision, expected: String) {
    #expect(IndecisionText.text(indecision, of: .p95 <= .milliseconds(300)) == expected)
  }

  /// What the operations did that count against a requirement.
  @Test(arguments: [
    (Metric.p95 <= .milliseconds(300), "took longer than 300 ms where"),
    (Metric.p95 < .milliseconds(300), "took longer than 300 ms or just that where"),
    (Metric.p95 >= .milliseconds(11), "took less than 11 ms where"),
    (Metric.errorRate <= 0.01, "failed where"), (Metric.successRate >= 0.99, "failed where"),
    (Metric.successRate <= 0.99, "succeeded where"),
    (Metric.failureRate(.throttled) <= 0.1, "failed so (throttled) where"),
    (
      Metric.shareWithin(.milliseconds(300)) >= 0.95, "failed or took longer than 300 ms where"
    ),
  ])
  func openClaimsSayWhatCounts(requirement: Requirement, expected: String) {
    let claim = ShareClaim(exceeding: 3, of: 100, limit: 0.05)
    let indecision = Indecision.notCertain(claim, confidence: 0.95, needed: nil)
    let text = IndecisionText.text(indecision, of: requirement)
    #expect(text.hasPrefix("3 of 100 \(expected)"), "\(text)")
  }
}
