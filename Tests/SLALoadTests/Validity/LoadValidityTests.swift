// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// What is warned of, by figures: no load runs here.
@Suite struct LoadValidityTests {
  func generator(_ change: (inout GeneratorReport) -> Void = { _ in }) -> GeneratorReport {
    var generator = GeneratorReport()
    generator.cores = 2
    generator.elapsed = .seconds(1)
    generator.processorTime = .milliseconds(200)
    generator.busiestThreadShare = 0.1
    generator.runQueueDelay = .zero
    change(&generator)
    return generator
  }

  func warnings(
    _ profile: LoadProfile,
    count: Int = 100,
    peak: Int = 50,
    _ change: (inout GeneratorReport) -> Void = { _ in }
  ) -> [Warning] {
    var report = LoadReport.fixture(latencies: LoadReport.ramp(count), peakInFlight: peak)
    report.generator = generator(change)
    return LoadValidity.warnings(of: profile, on: report, gracePeriod: .seconds(10))
  }

  @Test func aLoadAsAskedIsNotWarnedOf() {
    #expect(warnings(.users(50, requests: 100)) { $0.plannedCount = 100 } == [])
    #expect(
      warnings(.arrivals(perSecond: 100, for: .seconds(1))) {
        $0.askedRate = .perSecond(100)
        $0.reachedRate = .perSecond(99)
        $0.lateness = Summary(Array(repeating: Duration.microseconds(900), count: 100))
      } == []
    )
  }

  @Test func fewerRequestsThanUsersIsWarnedOf() {
    let warning = Warning.fewerRequestsThanUsers(requests: 5, users: 16)
    #expect(warnings(.users(16, requests: 5), count: 5) == [warning])
    #expect(warnings(.users(16, requests: 0), count: 0).isEmpty)
    #expect(warnings(.users(16, for: .seconds(1)), count: 5).isEmpty)
  }

  @Test func requestsThatWereNotMadeAreWarnedOf() {
    let profile = LoadProfile.users(1, requests: 40)
    #expect(
      warnings(profile, count: 4, peak: 1) { $0.plannedCount = 40 } == [.requestsNotMade(4, of: 40)]
    )
    #expect(
      warnings(profile, count: 4, peak: 1) {
        $0.plannedCount = 40
        $0.isStoppedEarly = true
      } == []
    )
  }

  @Test(arguments: [
    // users, requests, the most at once, whether that is too few: below three quarters
    (50, 50, 2, true), (50, 50, 37, true), (50, 50, 38, false), (4, 400, 2, true),
    (4, 400, 3, false), (3, 300, 2, true), (2, 300, 1, true), (1, 300, 1, false),
  ])
  func usersThatDoNotRunAtOnceAreWarnedOf(users: Int, requests: Int, peak: Int, isIdle: Bool) {
    let expected = isIdle ? [Warning.idleUsers(users, peak: peak)] : []
    #expect(warnings(.users(users, requests: requests), count: requests, peak: peak) == expected)
    #expect(warnings(.users(users, for: .seconds(1)), count: requests, peak: peak) == expected)
    let thinking = LoadProfile.users(users, for: .seconds(1)).thinking(for: .seconds(1))
    #expect(warnings(thinking, count: requests, peak: peak) == [])
  }

  /// A judge ends a load early: what is missing is no fault then, and what is wrong with it still is.
  @Test func aStopHidesOnlyWhatItExplains() {
    let stop: (inout GeneratorReport) -> Void = { $0.isStoppedEarly = true }
    #expect(
      warnings(.users(16, requests: 2_000), count: 100, peak: 2) {
        stop(&$0)
        $0.plannedCount = 2_000
      } == [.idleUsers(16, peak: 2)]
    )
    // Stopped before each of the 16 can have had a turn.
    #expect(warnings(.users(16, requests: 2_000), count: 15, peak: 2, stop) == [])
    #expect(
      warnings(.users(16, requests: 15), count: 10, peak: 16, stop)
        == [.fewerRequestsThanUsers(requests: 15, users: 16)]
    )
    // After a second 2 of 10 users have come: at 0 s and 0.5 s.
    let spawning = LoadProfile.users(10, spawnRate: 2, for: .seconds(20))
    #expect(warnings(spawning, count: 20, peak: 2, stop) == [])
    let arrivals = LoadProfile.arrivals(perSecond: 100, for: .seconds(10), maxInFlight: 2)
    let slow: (inout GeneratorReport) -> Void = {
      $0.isStoppedEarly = true
      $0.askedRate = .perSecond(100)
      $0.reachedRate = .perSecond(20)
    }
    #expect(warnings(arrivals, count: 10, slow) == [])
    let dropping = warnings(arrivals, count: 10) {
      slow(&$0)
      $0.droppedCount = 80
    }
    #expect(
      dropping == [
        .rateNotReached(.perSecond(20), of: .perSecond(100), dropped: 80, maxInFlight: 2)
      ]
    )
  }

  @Test func usersThatNeverStartedAreSaid() {
    let profile = LoadProfile.users(40, spawnRate: 8, for: .seconds(3))
    #expect(warnings(profile, peak: 24) == [.usersNotSpawned(24, of: 40)])
  }

  @Test func arrivalsThatDidNotStartAreSaid() {
    let profile = LoadProfile.arrivals(perSecond: 200, for: .seconds(1), maxInFlight: 20)
    let found = warnings(profile) {
      $0.askedRate = .perSecond(200)
      $0.reachedRate = .perSecond(148)
      $0.droppedCount = 52
    }
    #expect(
      found.map(\.description) == [
        "reached 148 of 200 arrivals/s: 52 were dropped, for 20 operations were in flight; the service "
          + "is slower than the load, or maxInFlight too low"
      ]
    )
  }

  /// A Poisson process of 100 arrivals/s that happens to have 90 in its second, or 110.
  @Test(arguments: [(90, 90, true), (110, 110, true), (110, 100, false)])
  func theRateIsThatOfTheArrivalsThatWerePlanned(planned: Int, started: Int, isReached: Bool) {
    let profile = LoadProfile.arrivals(perSecond: 100, for: .seconds(1), spacing: .poisson)
    let found = warnings(profile) {
      $0.askedRate = .perSecond(100)
      $0.plannedCount = planned
      $0.reachedRate = .perSecond(Double(started))
    }
    #expect(found.isEmpty == isReached)
  }

  @Test func lateStartsAreSaid() {
    let late = Summary(Array(repeating: Duration.milliseconds(30), count: 100))
    let found = warnings(.arrivals(perSecond: 100, for: .seconds(1))) { $0.lateness = late }
    #expect(
      found.map(\.description) == [
        "starts were late, by 30 ms in the median, 30 ms at P95, 30 ms at P99, 30 ms at most; latency counts "
          + "from the planned start and contains that: offer less, or free the machine"
      ]
    )
  }

  /// Of starts that are late by 100 ms, the rest by none; service takes 1, 2, … n ms.
  @Test(arguments: [
    // A stall of 110 ms in 4 s at 200/s: 3 % of the starts, which are all of P99.
    (800, 24, true), (800, 9, true), (800, 8, false), (200, 11, true),
    // One of 99 is P99 of them, and no share.
    (99, 1, false), (100, 2, true),
  ])
  func lateStartsThatAreP99AreSaid(count: Int, late: Int, isWarned: Bool) {
    let starts = (0..<count).map { $0 < late ? Duration.milliseconds(100) : .zero }
    var report = LoadReport.fixture(
      latencies: (0..<count).map { .microseconds($0 % 10 * 100) + starts[$0] }
    )
    let service = LoadReport.fixture(latencies: (0..<count).map { .microseconds($0 % 10 * 100) })
    report = LoadReport(
      "x",
      load: nil,
      elapsed: .seconds(4),
      operations: [
        RecordedOperation("x", report.total.recording, service: service.total.recording)
      ]
    )
    report.generator = generator { $0.lateness = Summary(starts) }
    let profile = LoadProfile.arrivals(perSecond: 200, for: .seconds(4))
    let found = LoadValidity.warnings(of: profile, on: report, gracePeriod: .seconds(10))
    #expect(found.count == (isWarned ? 1 : 0), "\(found)")
    if isWarned { #expect("\(found)".contains("100 ms at P99")) }
  }

  @Test func latenessIsComparedWithTheTimeOfService() {
    // 100 ms of 1 s: a tenth, which counts from above that.
    var report = LoadReport.fixture(latencies: Array(repeating: .seconds(1), count: 100))
    let late = { (lateness: Int) in
      Array(repeating: Duration.milliseconds(lateness), count: 100)
    }
    for (lateness, isWarned) in [(100, false), (102, true)] {
      report.generator = generator { $0.lateness = Summary(late(lateness)) }
      let profile = LoadProfile.arrivals(perSecond: 200, for: .seconds(1))
      let found = LoadValidity.warnings(of: profile, on: report, gracePeriod: .seconds(10))
      #expect(found.isEmpty != isWarned, "\(lateness) ms")
    }
  }

  @Test func burstsAreLateByMoreThanTheyAreServed() {
    let late = Summary(Array(repeating: Duration.milliseconds(20), count: 50))
    // Served in 50.5 ms in the median.
    #expect(warnings(.burst(50)) { $0.lateness = late } == [])
  }

  @Test func sanitizersAndUnfinishedWorkAreSaid() {
    let found = warnings(.users(50, for: .seconds(1))) {
      $0.sanitizers = ["thread"]
      $0.unfinishedCount = 3
      $0.abandonedCount = 1
    }
    #expect(
      found == [
        .unfinished(3, abandoned: 1, gracePeriod: .seconds(10)), .sanitizers(["thread"]),
      ]
    )
    #expect(
      "\(found[0])"
        == "3 operations were not done when the grace period of 10 s was over, and are in no figure; "
        + "1 did not heed being cancelled"
    )
  }
}
