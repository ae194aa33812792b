// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

/// What is warned of the machine, by figures.
extension LoadValidityTests {
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

  /// On one core beside a spinner: 2,000 operations of 0.3 ms in 2.3 s, each of which waits less than 1 ms.
  @Test(
    arguments: [
      // used and waited in seconds, pressure, what is warned of
      (0.6, 1.7, 0.92, "another process"), (1.15, 1.15, 0.99, "another process"),
      (0.6, 1.7, 0.3, nil), (0.6, 0.5, 0.92, nil), (0.6, 1.7, nil, nil),
      // Its own threads press: used nearly everything.
      (1.6, 1.7, 0.92, "waited 850 µs for a core with each operation"),
    ] as [(Double, Double, Double?, String?)]
  )
  func waitingOfShortOperationsIsWarnedOf(
    used: Double,
    waited: Double,
    pressure: Double?,
    expected: String?
  ) {
    let found = warnings(.users(1, requests: 2_000), count: 2_000, peak: 1) {
      $0.cores = 1
      $0.elapsed = .seconds(2.3)
      $0.processorTime = .seconds(used)
      $0.runQueueDelay = .seconds(waited)
      $0.processorPressure = pressure
    }
    #expect(found.count == (expected == nil ? 0 : 1), "\(found)")
    if let expected { #expect("\(found)".contains(expected)) }
  }

  /// Of a short load the pressure may be that of the time before, or none.
  @Test(arguments: [(0.0, 0.5, true), (0.95, 0.24, false), (nil, 0.25, true), (nil, 0.24, nil)])
  func whatOthersUseTellsWhoIsWaitedFor(pressure: Double?, others: Double, isForeign: Bool?) {
    // 0.3 ms each, on one core half of which another process has.
    let found = warnings(.users(1, requests: 2_000), count: 2_000, peak: 1) {
      $0.cores = 1
      $0.elapsed = .seconds(1.2)
      $0.processorTime = .seconds(0.6)
      $0.runQueueDelay = .seconds(0.6)
      $0.processorPressure = pressure
      $0.otherProcessorShare = others
    }
    #expect(found.count == (isForeign == nil ? 0 : 1))
    #expect("\(found)".contains("another process had") == (isForeign == true))
  }

  @Test func otherProcessesAreNoReasonToBlameAClient() {
    let found = warnings(.users(50, requests: 2_000), count: 2_000) {
      $0.processorTime = .seconds(0.6)
      $0.runQueueDelay = .seconds(1.6)
      $0.processorPressure = 0.95
    }
    #expect(
      found.map(\.description) == [
        "threads of this process waited 1.6 s for a core in 1 s, while it used 30 % of its cores: another "
          + "process had the rest, and the latencies contain that waiting; run where nothing else is at work"
      ]
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
}
