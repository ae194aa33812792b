// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// How a phase of a load is ended before everything is done.
final class LoadControl: Sendable {
  private let hasStopped = Atomic<Bool>(false)
  private let wasJudged = Atomic<Bool>(false)
  private let isCutOff = Atomic<Bool>(false)
  private let cutOffCount = Atomic<Int>(0)
  private let stopTime = Atomic<Int64>(.max)

  /// Whether no further operation may start.
  var isStopped: Bool { hasStopped.load(ordering: .relaxed) }
  /// Whether a judge stopped it.
  var isStoppedEarly: Bool { wasJudged.load(ordering: .relaxed) }
  /// Whether operations that end now came after the grace period.
  var isCut: Bool { isCutOff.load(ordering: .relaxed) }
  /// How many operations ended after the grace period.
  var lateCount: Int { cutOffCount.load(ordering: .relaxed) }

  /// When it was stopped, in nanoseconds of the monotonic clock, or `nil` if it was not.
  var stoppedAt: Int64? {
    let time = stopTime.load(ordering: .relaxed)
    return time == .max ? nil : time
  }

  /// Lets no further operation start.
  func stop() {
    stopTime.min(TimeSource.monotonic.nanoseconds(), ordering: .relaxed)
    hasStopped.store(true, ordering: .relaxed)
  }

  /// Lets no further operation start, since a judge says so.
  func stopEarly() {
    wasJudged.store(true, ordering: .relaxed)
    stop()
  }

  /// Ends the grace period.
  func cut() {
    isCutOff.store(true, ordering: .relaxed)
    stop()
  }

  /// Counts an operation that ended after the grace period.
  func countLate() { cutOffCount.wrappingAdd(1, ordering: .relaxed) }
}
