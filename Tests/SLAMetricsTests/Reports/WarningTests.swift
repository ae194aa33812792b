// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct WarningTests {
  @Test(
    arguments: [
      (
        Warning.negativeDurations(2),
        "2 durations were recorded as negative, and are in no latency figure"
      ),
      (
        .negativeDurations(1),
        "1 duration was recorded as negative, and is in no latency figure"
      ),
      (
        .slowFirstRun("recipectl status", first: .milliseconds(412), median: .milliseconds(48)),
        """
        the first run of "recipectl status" took 412 ms, the median 48 ms; leave it out by warmups: 1, or \
        count it apart by cold: 1
        """
      ),
      (
        .shellStart(.microseconds(950)),
        """
        commands run through a shell, whose own start takes 950 µs in the median and is in the figures; \
        name the executable and its arguments to leave it out
        """
      ),
      (
        .unpreparedColdRuns("recipectl status"),
        """
        nothing makes the cold runs of "recipectl status" cold, so that only the first can be; say with \
        .prepareCold what does, such as removing a cache
        """
      ),
      (
        .truncatedOutput("recipectl logs", runs: 2),
        """
        what is expected of "recipectl logs" saw the first 64 KiB of the output of 2 runs only; let it write \
        less, or into a file that the test reads
        """
      ),
      (
        .sampledMemory("recipectl status", seen: .kilobytes(12_340), bound: .megabytes(120)),
        """
        the peak memory of "recipectl status" was read while it ran, and at least 12.3 MB was seen; a shorter \
        peak can have been missed, as this process has 120 MB itself, up to which the system does not tell
        """
      ),
      (
        .clockSteps(1),
        "the clock stepped back during 1 operation, which is in no latency figure"
      ),
      (
        .clockSteps(2),
        "the clock stepped back during 2 operations, which are in no latency figure"
      ),
      (
        .beyondRange(1),
        "1 duration was 73 minutes or longer; if that cannot be, look at the unit of what was recorded"
      ),
      (
        .fewerRequestsThanUsers(requests: 5, users: 16),
        "5 requests cannot keep 16 users busy; ask for several times as many requests as users"
      ),
      (
        .requestsNotMade(4, of: 40),
        "only 4 of 40 requests were made; an operation must not cancel the task that runs it"
      ),
      (
        .idleUsers(16, peak: 2),
        "at most 2 of 16 users ran at once; operations that block a thread or compute share "
          + "as many threads as there are cores; those that block want execution: .blocking"
      ),
      (
        .tooFewSamples(metric: "p95", count: 5, needed: 20),
        "p95 of 5 samples is just the longest; it takes at least 20"
      ),
      (
        .tooFewSamples(metric: "p95", count: 1, needed: 20),
        "p95 of 1 sample is that one; it takes at least 20"
      ),
      (
        .failuresNotAllowed,
        "no requirement says how many of these operations may fail, so none may; "
          + "add one such as .errorRate <= 0.01 to allow some"
      ),
      (
        .scaledLoad(by: 0.1, of: "16 users, 240 requests"),
        "SLA_SCALE=0.1: the load was shortened, and is 16 users, 240 requests as written; "
          + "leave SLA_SCALE out to judge that"
      ),
      (
        .scaledLoad(by: 2, of: "burst of 50"),
        "SLA_SCALE=2: the load was lengthened, and is burst of 50 as written; "
          + "leave SLA_SCALE out to judge that"
      ),
      (
        .smokeRun,
        "SLA_MODE=smoke: each operation ran once, and nothing but errors is judged; "
          + "leave SLA_MODE out to judge all"
      ),
      (.nothingRun, "SLA_MODE=off: nothing was run; leave SLA_MODE out to run the load"),
      (
        .requestsSentAgain(1, of: 20),
        "1 of 20 requests was sent a second time, for the service had closed the kept connection "
          + "meanwhile; their latency has both attempts: let it keep idle connections for longer "
          + "than users think"
      ),
    ] as [(Warning, String)]
  )
  func warningsSayWhatToDo(warning: Warning, expected: String) {
    #expect("\(warning)" == expected)
  }

  @Test func doubtsAboutTimesAreToldFromThoseAboutTheLoad() {
    let slow = Warning.sanitizers(["thread"])
    let unready = Warning.usersNotSetUp(1, of: 2)
    let warnings = [slow, unready, slow.inPhase("a"), unready.inPhase("a")]
    let kept = LoadReport.fixture(warnings: warnings).keepingWarnings { !$0.concernsTimesAlone }
    #expect(kept.warnings == [unready, unready.inPhase("a")])
  }

  @Test func everyIrregularityIsSaid() {
    #expect(Warning.all(of: Irregularities()) == [])
    #expect(
      Warning.all(of: Irregularities(negative: 1, clockSteps: 2, beyondRange: 3)) == [
        .negativeDurations(1), .clockSteps(2), .beyondRange(3),
      ]
    )
  }
}
