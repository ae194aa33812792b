// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// What is warned of, by figures: no load runs here.
@Suite struct LoadValidityTests {
  private func generator(_ change: (inout GeneratorReport) -> Void = { _ in }) -> GeneratorReport {
    var generator = GeneratorReport()
    generator.cores = 2
    generator.elapsed = .seconds(1)
    generator.processorTime = .milliseconds(200)
    generator.busiestThreadShare = 0.1
    generator.runQueueDelay = .zero
    change(&generator)
    return generator
  }

  private func warnings(
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
        "starts were late, by 30 ms in the median, 30 ms at P95, 30 ms at most; latency counts from the "
          + "planned start and contains that: offer less, or free the machine"
      ]
    )
  }

  /// Two cores: busy processes are warned of where operations queue, and only there.
  @Test(arguments: [
    // cores used, the busiest thread's share, in flight, what is warned of
    (1.94, 0.97, 50, "this process used 97 %"),
    (1.08, 0.98, 50, "one thread of this process was busy 98 %"),
    (1.94, 0.97, 2, nil), (1.0, 1.0, 1, nil), (0.45, 0.45, 50, nil), (1.2, 0.7, 50, nil),
  ])
  func queueingIsWarnedOf(used: Double, thread: Double, inFlight: Int, expected: String?) {
    let found = warnings(.users(inFlight, for: .seconds(1)), peak: inFlight) {
      $0.processorTime = .seconds(used)
      $0.busiestThreadShare = thread
    }
    #expect(found.count == (expected == nil ? 0 : 1))
    if let expected { #expect("\(found)".contains(expected)) }
  }

  /// What `URLSession` does on two cores at 50 users, its queue going from thread to thread; and with a service
  /// that takes 100 ms.
  @Test(arguments: [(1.03, 1.6, true), (1.62, 2.3, true), (0.55, 0.5, false), (0.9, 0.95, false)])
  func threadsThatQueueForCoresAreWarnedOf(used: Double, waiting: Double, isWarned: Bool) {
    let found = warnings(.users(50, requests: 2_000), count: 2_000) {
      $0.processorTime = .seconds(used)
      $0.runQueueDelay = .seconds(waiting)
    }
    let warning = Warning.queueForCores(ready: used + waiting, of: 2, inFlight: 50)
    #expect(found == (isWarned ? [warning] : []))
  }

  @Test func burstsAreLateByMoreThanTheyAreServed() {
    let late = Summary(Array(repeating: Duration.milliseconds(20), count: 50))
    // Served in 50.5 ms in the median.
    #expect(warnings(.burst(50)) { $0.lateness = late } == [])
  }

  @Test func waitingForCoresIsWarnedOfWhereItShows() {
    // The mean latency is 50.5 ms; 100 operations.
    let profile = LoadProfile.users(2, for: .seconds(1))
    #expect(warnings(profile, peak: 2) { $0.runQueueDelay = .milliseconds(400) } == [])
    let delay = Duration.milliseconds(800)
    #expect(
      warnings(profile, peak: 2) { $0.runQueueDelay = delay }
        == [.runQueue(delay: delay / 100, latency: .microseconds(50_500))]
    )
  }

  @Test func whatRunsTooShortlyIsNotJudged() {
    let found = warnings(.users(50, requests: 100)) {
      $0.elapsed = .milliseconds(99)
      $0.processorTime = .milliseconds(198)
      $0.runQueueDelay = .seconds(9)
    }
    #expect(found == [])
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
