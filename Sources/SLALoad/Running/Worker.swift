// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A user, or one of those who take arrivals: its number, and the threads it has if execution is blocking.
final class Worker: Sendable {
  private struct Steps {
    var thread: WorkThread?
    var isStopped = false
  }

  let number: Int
  /// Where its steps note their segments.
  let ledgers = SegmentLedgers(.shared)
  /// Where its operations run, or its flows.
  let thread: WorkThread
  private let steps = Guarded(Steps())

  /// - Throws: If a thread is asked for, and the system has none left.
  init(_ number: Int, hasThread: Bool) throws(ThreadsExhausted) {
    // What waits for a worker, and limits its work.
    try AlarmClock.shared.prepare()
    self.number = number
    thread = WorkThread(hasThread ? try ThreadExecutor() : nil)
  }

  /// The worker's thread, or `nil` if it works on Swift's own.
  var executor: ThreadExecutor? { thread.executor }

  /// Where steps run that have a limit: not where the flow does that waits for them, which could not go on while a step
  /// held its thread.
  var stepThread: WorkThread {
    guard executor != nil else { return thread }
    return steps.withLock { steps in
      if let thread = steps.thread { return thread }
      guard !steps.isStopped, let executor = try? ThreadExecutor() else { return thread }
      let new = WorkThread(executor)
      steps.thread = new
      return new
    }
  }

  /// Whether a thread is held, and could not be replaced.
  var isHeld: Bool { thread.isHeld || steps.withLock(\.thread)?.isHeld == true }

  /// Waits until a thread is free that could not be replaced, though not for long.
  @concurrent
  func awaitThread() async {
    await thread.awaitFree()
    await steps.withLock(\.thread)?.awaitFree()
  }

  /// Lets the threads end.
  func stop() {
    thread.stop()
    let stepThread = steps.withLock { steps in
      steps.isStopped = true
      return steps.thread
    }
    stepThread?.stop()
  }
}
