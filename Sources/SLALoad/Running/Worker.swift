// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A user, or one of those who take arrivals: its number, and the thread it has if execution is blocking.
final class Worker: Sendable {
  let number: Int
  /// Where its steps note their segments.
  let ledgers = SegmentLedgers(.shared)
  private let thread: Guarded<ThreadExecutor?>
  private let mustWait = Guarded(false)

  /// How long a thread is waited for that work holds beyond its time.
  private static let patience = Duration.seconds(1)

  /// - Throws: If a thread is asked for, and the system has none left.
  init(_ number: Int, hasThread: Bool) throws(ThreadsExhausted) {
    self.number = number
    thread = Guarded(hasThread ? try ThreadExecutor() : nil)
  }

  /// The worker's thread, or `nil` if it works on Swift's own.
  var executor: ThreadExecutor? { thread.withLock { $0 } }

  /// Leaves the thread to work that holds it beyond its time, and takes a new one.
  ///
  /// - Parameter mayReplace: Whether there may be one more; if not, ``awaitThread()`` waits for the work.
  func leaveThread(mayReplace: Bool) {
    let isHeld = thread.withLock { thread in
      guard let blocked = thread else { return false }
      guard mayReplace, let new = try? ThreadExecutor() else { return true }
      blocked.stop()
      thread = new
      return false
    }
    if isHeld { mustWait.withLock { $0 = true } }
  }

  /// Whether the thread is held, and could not be replaced.
  var isHeld: Bool { mustWait.withLock(\.self) }

  /// Waits until the thread is free that could not be replaced, though not for long: what holds it may never end.
  ///
  /// The next operation then waits for it, and times out.
  @concurrent
  func awaitThread() async {
    let isHeld = mustWait.withLock { mustWait in
      defer { mustWait = false }
      return mustWait
    }
    if isHeld { try? await Timeout(Self.patience, executor: executor).run {} }
  }

  /// Lets the thread end.
  func stop() { executor?.stop() }
}
