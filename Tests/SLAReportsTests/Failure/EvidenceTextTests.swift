// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAReports

@Suite struct EvidenceTextTests {
  @Test func kindsOfFailureAreSortedAndTheRestIsCounted() {
    let failures = ["a": 1, "b": 3, "c": 2, "d": 1, "e": 1, "f": 1, "g": 4]
    #expect(
      EvidenceText.lines(of: .fixture(failures: failures)) == [
        "13 operations in 1.00 s (16 users, 240 requests); 13 failed; 0 /s succeeded; "
          + "at most 16 at once",
        "failed: 4 × g, 3 × b, 2 × c, 1 × a, 1 × d, 2 of other kinds",
      ]
    )
  }

  /// 40 kinds of one failure each: 32 are told apart, of which 5 are named.
  @Test func kindsThatAreNotToldApartComeWithTheRest() {
    let failures = Dictionary(uniqueKeysWithValues: (10..<50).map { ("kind \($0)", 1) })
    let line = EvidenceText.lines(of: .fixture(failures: failures)).last ?? ""
    #expect(line.hasPrefix("failed: 1 × kind") && line.hasSuffix(", 35 of other kinds"))
    #expect(line.ranges(of: "other kinds").count == 1)
  }

  @Test func inexactPercentilesAreSaidToBe() {
    let latencies = (0..<10_000).map { Duration.microseconds($0) }
    let lines = EvidenceText.lines(of: .fixture(latencies: latencies, load: nil))
    #expect(
      lines.first
        == "10,000 operations in 1.00 s; 0 failed; 10,000 /s succeeded"
    )
    #expect(
      lines.last == """
        Latency of 10,000 successful operations, from the start of each call; \
        percentiles by nearest rank, at most 0.1 % too high.
        """
    )
  }

  @Test func whatLatencyCountsFromIsSaidOfPhasesToo() {
    let users = LoadReport.fixture("users", latencies: LoadReport.ramp(3))
    let service = RecordedOperation("x", users.total.recording, service: users.total.recording)
    let burst = LoadReport("burst", load: nil, elapsed: .seconds(1), operations: [service])
    var mixed = LoadReport.fixture(latencies: LoadReport.ramp(6))
    mixed.phases = [users, burst]
    #expect(
      EvidenceText.lines(of: mixed).last == """
        Latency of 6 successful operations, from the planned start where the phase has a schedule, else \
        from the start of each call; percentiles by nearest rank.
        """
    )
    #expect(
      "\(EvidenceText.lines(of: burst))".contains("operations, from the planned start of each;")
    )
  }
}
