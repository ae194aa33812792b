// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// How a phase of a load is ended before everything is done.
final class LoadControl: Sendable {
  private struct Sleepers {
    var waiting: [Int: OneShot<Bool>] = [:]
    var lastNumber = 0
    var isOver = false
  }

  private let hasStopped = Atomic<Bool>(false)
  private let wasJudged = Atomic<Bool>(false)
  private let isCutOff = Atomic<Bool>(false)
  private let hasNothingLeft = Atomic<Bool>(false)
  private let cutOffCount = Atomic<Int>(0)
  private let stopTime = Atomic<Int64>(.max)
  private let sleepers = Guarded(Sleepers())
  private let atEarlyStop = Guarded<(@Sendable () -> Void)?>(nil)

  /// Whether no further operation may start.
  var isStopped: Bool { hasStopped.load(ordering: .relaxed) }
  /// Whether it is no use to wait for the next operation: there is none, or the load was stopped.
  var isReleased: Bool { hasNothingLeft.load(ordering: .relaxed) }
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

  /// Lets no further operation start, and wakes those who wait for their next.
  func stop() {
    stopTime.min(TimeSource.monotonic.nanoseconds(), ordering: .relaxed)
    hasStopped.store(true, ordering: .relaxed)
    release()
  }

  /// Wakes those who wait for their next operation: there is none for them.
  func release() {
    hasNothingLeft.store(true, ordering: .relaxed)
    let waiting = sleepers.withLock { sleepers in
      sleepers.isOver = true
      defer { sleepers.waiting = [:] }
      return sleepers.waiting
    }
    for sleeper in waiting.values { sleeper.fulfil(false) }
  }

  /// Sleeps until a time of the monotonic clock, in nanoseconds.
  ///
  /// - Returns: Whether the time came; `false` as soon as there is nothing left to do or the task is cancelled.
  func sleep(until deadline: Int64) async -> Bool {
    let isOver = OneShot<Bool>()
    let number = sleepers.withLock { sleepers -> Int? in
      guard !sleepers.isOver else { return nil }
      sleepers.lastNumber += 1
      sleepers.waiting[sleepers.lastNumber] = isOver
      return sleepers.lastNumber
    }
    guard let number else { return false }
    let hasCome = await SLALoad.sleep(until: deadline, or: isOver)
    sleepers.withLock { _ = $0.waiting.removeValue(forKey: number) }
    return hasCome
  }

  /// Lets no further operation start, since a judge says so.
  func stopEarly() {
    wasJudged.store(true, ordering: .relaxed)
    stop()
    actAtEarlyStop()
  }

  /// Does something once a judge stops the load, or at once if one has; it is kept until ``forgetEarlyStop()``.
  func whenStoppedEarly(_ act: @escaping @Sendable () -> Void) {
    atEarlyStop.withLock { $0 = act }
    if isStoppedEarly { actAtEarlyStop() }
  }

  /// Does nothing any more once a judge stops the load.
  func forgetEarlyStop() { atEarlyStop.withLock { $0 = nil } }

  private func actAtEarlyStop() {
    let act = atEarlyStop.withLock { act in
      defer { act = nil }
      return act
    }
    act?()
  }

  /// Ends the grace period.
  func cut() {
    isCutOff.store(true, ordering: .relaxed)
    stop()
  }

  /// Counts an operation that ended after the grace period.
  func countLate() { cutOffCount.wrappingAdd(1, ordering: .relaxed) }
}
